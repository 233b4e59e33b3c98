"""The adapter: hands the portal's finished pages, feeds and files to MkDocs. It knows nothing about content."""

from giamngheo.ground.memory import long_lived

with long_lived():
    import giamngheo.portal  # noqa: F401 - modules stay, too
