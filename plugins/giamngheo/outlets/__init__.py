"""Floor 5: what leaves the house. Each outlet is one folder; none imports another."""
