"""What pages in HTML share: their beginning with styles, and plots."""
