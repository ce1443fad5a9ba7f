"""Writers of interchange formats. They read values and import no language work."""
