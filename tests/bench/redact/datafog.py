"""Reads documents as JSON Lines and writes, a line each, what datafog-core finds, in both of its locales: [[start, end, type]]."""

import json
import sys

import datafog_core

for line in sys.stdin:
    text = json.loads(line)["text"]
    all = [one for config in (None, {"locale": "de"}) for one in datafog_core.scan(text, config)]
    found = {(one.codepoint_range.start, one.codepoint_range.end, one.entity_type) for one in all}
    # Those two take every number of five digits and every date, whosever they are.
    found = [one for one in found if one[2] not in ("ZIP_CODE", "DE_POSTAL_CODE", "DATE")]
    sys.stdout.write(json.dumps(sorted(found)) + "\n")
