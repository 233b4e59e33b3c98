"""Commands of `giamngheo` that need more than a few lines, one module each."""
