"""Where pages are found: one file an outlet, named like its spider. See CONTRIBUTING for how to add one."""
