"""What the built site is held to: accessibility, HTML, links, weight, layout, Lighthouse; each by the tool itself."""
