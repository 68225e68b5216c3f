"""Makes the site of the documentation: `make site` builds `docs/` and what is generated here into `site/`."""
