"""Writers: what is printed or written, in each format."""
