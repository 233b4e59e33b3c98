"""Floor 2: what editors write, read into typed items: front matter, schema, registers, privacy, loader."""
