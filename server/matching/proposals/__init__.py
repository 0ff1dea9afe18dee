"""A proposal: who might walk with whom and why, asked of each of them, until all say yes or one says not now."""
