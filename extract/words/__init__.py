"""Words: their stems and forms, the tagger's reading of them, their spelling in other scripts and lists of them."""
