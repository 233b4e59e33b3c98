"""The adapter: hands the portal's finished pages, feeds and files to MkDocs. It knows nothing about content."""
