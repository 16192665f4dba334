"""Reports that are held back: whoever writes checks does not look here."""
