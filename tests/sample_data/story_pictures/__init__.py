"""The pictures of the sample stories: drawn here as SVG, committed as JPEG in content/stories/images/.

Made again with `python -m tests.sample_data.story_pictures` (needs Chromium; the renderer's bytes may
differ from one version to the next, which is why no test compares them).
"""
