"""The abstract domain: values, access paths, environments, taint labels."""
