"""Makes pages, feeds and data files of what the site holds."""
