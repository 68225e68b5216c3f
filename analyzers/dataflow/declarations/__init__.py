"""What a file declares: classes, fields, records, and types that carry no text."""
