"""Citations: which documents a Vietnamese text names, and where. Clean, then find, then read what stands around.

The steps follow eyecite (Free Law Project): text is cleaned for matching, offsets refer to the original text, and
deciding which document is meant is left to whoever knows a register (`giamngheo.catalog.citations`).
"""
