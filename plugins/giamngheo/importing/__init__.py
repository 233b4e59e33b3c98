"""Importing: a file of an office (docx, pdf, html, txt) becomes a draft that an editor completes."""
