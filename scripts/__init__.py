"""The build script and the makers of shipped data, run from the project's folder."""
