"""What joins the findings of rules in a run: those from the index, and those of other tools."""
