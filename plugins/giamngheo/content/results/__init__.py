"""Series of results: figures that were counted again and again, in CSV below a YAML head; one file, one series."""
