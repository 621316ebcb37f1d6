"""Reads documents as JSON Lines and writes, a line each, what Presidio's own pattern recognisers find: [[start, end, type]].

The recognisers are asked one by one, without a language model: what is compared is the finding by form.
"""

import json
import logging
import sys

logging.disable(logging.CRITICAL)

from presidio_analyzer.predefined_recognizers import (  # noqa: E402
    CreditCardRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    IpRecognizer,
    PhoneRecognizer,
    UsSsnRecognizer,
)

RECOGNISERS = {
    "card": CreditCardRecognizer(),
    "email": EmailRecognizer(),
    "iban": IbanRecognizer(),
    "ip": IpRecognizer(),
    "phone": PhoneRecognizer(),
    "ssn": UsSsnRecognizer(),
}

for line in sys.stdin:
    text = json.loads(line)["text"]
    found = []
    for kind, recogniser in RECOGNISERS.items():
        for result in recogniser.analyze(text, recogniser.supported_entities, None) or []:
            found.append([result.start, result.end, kind])
    sys.stdout.write(json.dumps(found) + "\n")
