"""Core of the poverty-reduction portal generator: everything the portal knows, without any site generator."""
