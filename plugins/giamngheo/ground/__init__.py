"""Floor 0: what every other floor stands on (problems as data, the Vietnamese language)."""
