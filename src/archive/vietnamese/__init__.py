"""Facts of the language: folding, collation, dates, names, slugs, casing, encodings. Below every stage."""
