"""The sample project of `reread demo`: several languages, with planted mistakes."""
