"""Writes labelled documents, JSON Lines of {"text", "spans": [[start, end, type]]}; offsets in characters.

Usage: documents.py COUNT SEED. Half are sentences of the PyPI package presidio_evaluator with values of Faker in
several locales; half are sentences of our own, with the ways of writing and the keys that those do not have, and with
numbers that are nothing private. The same count and seed give the same documents.
"""

import json
import random
import re
import string
import sys
import warnings

warnings.filterwarnings("ignore")
OUT = sys.stdout
sys.stdout = sys.stderr = open("/dev/null", "w")  # the generator talks while it works

import faker.providers.date_time as dates  # noqa: E402
from faker import Faker  # noqa: E402
from presidio_evaluator.data_generator import PresidioSentenceFaker  # noqa: E402



NOW = (2026, 11, 1)


def stand_still(kind, **fixed):
    """A date type whose now is always the same, or the documents would be others each day."""

    class Same(type(kind)):
        def __instancecheck__(cls, value):
            return isinstance(value, kind)

    return Same(kind.__name__, (kind,), {name: classmethod(make) for name, make in fixed.items()})


Moment, Day = dates.datetime, dates.dtdate
dates.datetime = stand_still(Moment, now=lambda cls, zone=None: Moment(*NOW, tzinfo=zone))
dates.dtdate = stand_still(Day, today=lambda cls: Day(*NOW))

LOCALES = ["en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "sv_SE", "pl_PL", "en_IN"]
# Where only our own sentences are from, which ask for no dictionary of the place.
MORE_LOCALES = ["pt_BR", "pt_PT", "da_DK", "fi_FI", "cs_CZ", "de_AT", "de_CH", "fr_CH", "en_AU", "en_CA", "ja_JP", "tr_TR"]
TYPES = {
    "CREDIT_CARD": "card",
    "EMAIL_ADDRESS": "email",
    "IP_ADDRESS": "ip",
    "US_SSN": "ssn",
    "IBAN_CODE": "iban",
    "PHONE_NUMBER": "phone",
    "US_DRIVER_LICENSE": "licence",
}
ALPHABETS = {
    "a": string.ascii_lowercase + string.digits,
    "A": string.ascii_uppercase + string.digits,
    "x": string.ascii_letters + string.digits,
    "h": "0123456789abcdef",
    "d": string.digits,
}
# How keys are written, by the vendors' own documentation: {letter of ALPHABETS}{length}.
KEYS = [
    "AKIA{A16}", "ghp_{x36}", "gho_{x36}", "github_pat_{x22}_{x59}", "glpat-{x20}", "xoxb-{d11}-{d12}-{x24}",
    "sk_live_{x24}", "sk_test_{x24}", "rk_live_{x24}", "AIza{x35}", "sk-proj-{x48}", "sk-ant-api03-{x80}AA",
    "SG.{x22}.{x43}", "npm_{x36}", "hf_{x34}", "shpat_{h32}", "dop_v1_{h64}", "glsa_{x32}_{h8}", "dckr_pat_{x27}",
]
# How the numbers of each brand of cards start, and their lengths.
CARDS = [
    ("4", (13, 16, 19)), ("51", (16,)), ("55", (16,)), ("2221", (16,)), ("2720", (16,)), ("34", (15,)), ("37", (15,)),
    ("300", (14,)), ("36", (14, 19)), ("38", (16,)), ("3528", (16, 19)), ("6011", (16, 19)), ("644", (16,)), ("65", (16,)),
    ("62", (16, 17, 18, 19)), ("5018", range(12, 20)), ("5893", range(12, 20)), ("6304", range(12, 20)),
    ("6759", range(12, 20)), ("2200", (16,)), ("506099", (16, 19)), ("9792", (16,)),
]
TEMPLATES = [
    "Order {order} was shipped on {date} and costs {amount}.",
    "Invoice {invoice}, {amount}, due {date}.",
    "The build {version} took {seconds} s and {bytes} bytes.",
    "Tracking {uuid} at {time}, room {small}.",
    "{name} lives at {street}, {postcode} {city}.",
    "{name}, {phone}, {email}",
    "Call {name} back: {phone} before {time}.",
    "Phone: {phone}",
    "Contact\n{name}\n{street}\n{phone}\n{email}",
    "Paid by card {card} on {date}.",
    "{card} expires {expiry}, code {small}",
    "Card: {card}; amount {amount}",
    "Transfer to {iban} ({name}), {amount}",
    "{iban}",
    "Request from {ip} to {host} at {time}",
    "{ip} - - [{date}] GET /index.html 200 {bytes}",
    "SSN {ssn}, born in {city}",
    "export TOKEN={key}",
    "The key {key} was found in commit {hash}",
    "key: {key}\nhost: {host}",
    "Send it to {email} or {email}.",
    "<{email}> wrote on {date}:",
]


class Maker:
    def __init__(self, locale, chance):
        self.locale = locale
        self.chance = chance
        self.fake = Faker(locale)
        self.fake.seed_instance(chance.random())
        self.us = Faker("en_US")
        self.us.seed_instance(chance.random())

    def some(self, letter, length):
        return "".join(self.chance.choice(ALPHABETS[letter]) for _ in range(length))

    def card(self):
        if self.chance.random() < 0.5:
            return self.fake.credit_card_number()
        start, lengths = self.chance.choice(CARDS)
        body = start + self.some("d", self.chance.choice(list(lengths)) - len(start) - 1)
        odd = [sum(divmod(2 * int(digit), 10)) for digit in body[::-1][::2]]
        even = [int(digit) for digit in body[::-1][1::2]]
        return body + str(-(sum(odd) + sum(even)) % 10)

    def grouped(self, digits):
        gap = self.chance.choice(["", " ", "-", "\u00a0"])
        sizes = [4, 6, 5] if len(digits) == 15 else [4] * 5
        parts, at = [], 0
        for size in sizes:
            parts.append(digits[at : at + size])
            at += size
        return gap.join(part for part in parts if part)

    def value(self, name):
        chance, fake = self.chance, self.fake
        if name == "key":
            return re.sub(r"\{(\w)(\d+)\}", lambda m: self.some(m[1], int(m[2])), chance.choice(KEYS))
        if name == "iban":
            iban = fake.iban()
            if chance.random() < 0.5:
                return iban
            return " ".join(iban[at : at + 4] for at in range(0, len(iban), 4))
        makers = {
            "order": lambda: str(chance.randint(10**5, 10**8)),
            "invoice": lambda: f"{chance.choice(['NW', 'INV', 'R'])}-{chance.randint(1000, 999999)}",
            "date": lambda: fake.date(chance.choice(["%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y", "%d/%m/%y", "%d %B %Y"])),
            "time": lambda: fake.time(chance.choice(["%H:%M", "%H:%M:%S"])),
            "amount": lambda: chance.choice(["{:,.2f} USD", "€ {:.2f}", "{:,.0f}", "${:,.2f}"]).format(chance.uniform(1, 10**6)),
            "version": lambda: chance.choice(["v{}.{}.{}", "version {}.{}.{}.{}", "{}.{}.{}"]).format(*(chance.randint(0, 40) for _ in range(4))),
            "seconds": lambda: str(round(chance.uniform(1, 900), 3)),
            "bytes": lambda: str(chance.randint(100, 10**7)),
            "uuid": fake.uuid4,
            "hash": lambda: self.some("h", chance.choice([7, 40])),
            "small": lambda: str(chance.randint(1, 999)),
            "name": fake.name,
            "street": lambda: fake.street_address().replace("\n", " "),
            "postcode": fake.postcode,
            "city": fake.city,
            "host": fake.hostname,
            "phone": fake.phone_number,
            "email": fake.email,
            "card": lambda: self.grouped(self.card()),
            "expiry": lambda: fake.credit_card_expire(),
            "ip": lambda: fake.ipv4() if chance.random() < 0.7 else fake.ipv6(),
            "ssn": self.us.ssn,
        }
        return makers[name]()

    def document(self):
        template = self.chance.choice(TEMPLATES)
        text, spans, at = "", [], 0
        for match in re.finditer(r"\{(\w+)\}", template):
            text += template[at : match.start()]
            value = self.value(match[1])
            if match[1] in ("phone", "email", "card", "iban", "ip", "ssn", "key"):
                spans.append([len(text), len(text) + len(value), match[1]])
            text += value
            at = match.end()
        return {"text": text + template[at:], "spans": spans}


def valid_iban(text):
    text = "".join(text.split())
    return int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def main(count, seed):
    chance = random.Random(seed)
    documents = []
    for place, locale in enumerate(LOCALES):
        random.seed(seed * 100 + place)
        faker = PresidioSentenceFaker(locale=locale, lower_case_ratio=0.05, random_seed=seed * 100 + place)
        for made in faker.generate_new_fake_sentences(num_samples=count // 2 // len(LOCALES)):
            spans = []
            for span in made.spans:
                kind = TYPES.get(span.entity_type)
                # Another country's number under that name is a number for a person all the same.
                kind = "id" if kind == "ssn" and locale not in ("en_US",) else kind
                if kind:
                    spans.append([span.start_position, span.end_position, kind])
            documents.append({"text": made.full_text, "spans": spans})
    makers = [Maker(locale, chance) for locale in LOCALES + MORE_LOCALES]
    while len(documents) < count:
        documents.append(chance.choice(makers).document())
    for document in documents:
        # Faker makes accounts of some countries without a checksum.
        document["spans"] = [
            [a, b, "none" if kind == "iban" and not valid_iban(document["text"][a:b]) else kind]
            for a, b, kind in document["spans"]
        ]
        OUT.write(json.dumps(document) + "\n")


main(int(sys.argv[1]), int(sys.argv[2]))
