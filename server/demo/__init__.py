"""The sample project that `reread demo` shows itself on: in several languages, with mistakes planted in it."""
