"""What the history of repositories says of rules: which findings people mended, and which they left although they
worked on the code around them.
"""
