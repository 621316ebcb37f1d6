"""Writes documents of many kinds of private text, in many countries and wordings, with a label and without, and others in which
nothing is private. JSON Lines of {"text", "spans": [[start, end, type]], "kind", "way", "aside"}; offsets in characters.

Usage: kinds.py COUNT SEED; COUNT documents of each kind and way. `way` is `labelled`, `alone` (no word tells what it is, and its form
or checksum does), `negative` (looks like something private and is not) or `business` (plain text of work). Of each kind and way
one document in three is aside: the detectors are made without a look at it, and it has labels and sentences that the others lack.
"""

import json
import os
import random
import re
import sys

from faker import Faker

import values

LOCALES = ["en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "nl_NL", "sv_SE", "pl_PL", "pt_BR", "da_DK", "fi_FI", "cs_CZ", "tr_TR", "ja_JP", "zh_CN", "ko_KR", "ru_RU"]
FAKES = {locale: Faker(locale) for locale in LOCALES}

# {L} the label, {v} the private text, {n} a name, {c} a city, {w} a sentence.
LABELLED = [
    "{L}: {v}", "{L} {v}", "{L}\n{v}", "{L}: {v}\n{w}", "{n}, {L} {v}, {c}", "{n}\n{L}: {v}\n{c}", "{w} {L}: {v}.", "{L} = {v}", "{L} ({n}): {v}",
    "{L} is {v}.", "{w}\n{L} {v}", "{L}：{v}", "{L} - {v}", "<b>{L}</b> {v}", "{L}\t{v}", "{n} | {L} | {v}", "\"{L}\": \"{v}\"", "{L} {v} ({c})",
]
ALONE = [
    "{v}", "{n} {v}", "{n}, {v}, {c}", "{v}\n{n}\n{c}", "{w} {v}.", "{n}\n{v}\n{w}", "{v} ({n})", "{w} {v} {w}", "| {n} | {v} | {c} |", "{v}, {c}", "<td>{v}</td>",
    "{c}: {v}", "{n}; {v}; {c}", "\"{v}\"", "- {v} {n}", "{n} – {v}",
]
CODES = [
    "Your verification code is {v}.", "{v} is your login code.", "Use {v} as your one-time code.", "OTP: {v}", "Your code: {v}", "Security code {v}", "Ihr Bestätigungscode lautet {v}.",
    "{v} ist dein Einmalcode", "Votre code de vérification est {v}", "Tu código de verificación es {v}", "Il tuo codice di verifica è {v}", "O seu código de verificação é {v}",
    "您的验证码是{v}", "認証コード：{v}", "인증번호 {v}", "Код подтверждения: {v}", "Your {n} verification code is: {v}", "TAN: {v}", "PIN: {v}", "{v} is your Example verification code",
    "Je verificatiecode is {v}", "Twój kod weryfikacyjny to {v}", "Din kod är {v}", "Enter passcode {v} to sign in", "2FA code: {v}", "Doğrulama kodunuz: {v}", "code de sécurité : {v}",
]
PASSWORDS = [
    "password: {v}", "Password = {v}", "Passwort: {v}", "Kennwort: {v}", "Mot de passe : {v}", "contraseña: {v}", "senha: {v}", "Parola: {v}", "wachtwoord: {v}", "hasło: {v}", "lösenord: {v}",
    "adgangskode: {v}", "salasana: {v}", "şifre: {v}", "пароль: {v}", "密码：{v}", "パスワード：{v}", "비밀번호: {v}", "Your password is {v}", "pwd={v}", "login: dana password: {v}", "The passphrase is: {v}",
    "Dein Passwort lautet: {v}", "Username: dana\nPassword: {v}\nServer: mail", "Wi-Fi password: {v}", "heslo: {v}", "jelszó: {v}", "passcode: {v}", "passord: {v}", "clave: {v}",
    "{n} / password {v}", "temporary password: {v}", "\"password\": \"{v}\"", "DB_PASSWORD={v}",
]
BIRTHS = [
    "born {v}", "Date of birth: {v}", "DOB: {v}", "D.O.B. {v}", "geb. {v}", "geboren am {v}", "geb. am {v} in {c}", "Geburtsdatum: {v}", "né le {v}", "née le {v} à {c}", "Date de naissance : {v}",
    "nacido el {v}", "Fecha de nacimiento: {v}", "nato il {v}", "nata a {c} il {v}", "Data di nascita: {v}", "geboren op {v}", "Geboortedatum: {v}", "ur. {v}", "urodzony {v}", "Data urodzenia: {v}",
    "född {v}", "Födelsedatum: {v}", "født {v}", "Fødselsdato: {v}", "syntynyt {v}", "Syntymäaika: {v}", "nar. {v}", "Datum narození: {v}", "doğum tarihi: {v}", "生年月日：{v}", "出生日期：{v}",
    "생년월일: {v}", "Дата рождения: {v}", "{n} (born {v})", "{n} was born on {v} in {c}.", "Data de nascimento: {v}", "nascido em {v}", "Birthday: {v}", "{n}, geb. {v}, {c}", "Birth date\n{v}",
]
MAIL_LABELS = "e-mail|email|E-Mail-Adresse|mail|courriel|correo"
PHONE_LABELS = ("phone|Phone number|tel|Tel.|telephone|mobile|Mobile no.|cell|fax|Telefon|Telefonnummer|Handy|Handynummer|Rufnummer|Durchwahl|téléphone|portable|Tél.|N° de téléphone|teléfono|móvil|celular|telefono|cellulare"
                "|telefone|telemóvel|telefoon|mobiel|telefonnummer|mobil|telefonní číslo|numer telefonu|komórka|puhelin|matkapuhelin|telefon numarası|cep telefonu|手机|电话|联系电话|電話番号|携帯電話|電話|전화번호|휴대폰|телефон|тел.|моб."
                "|WhatsApp|call me at|reach me on|contact number|τηλέφωνο|هاتف|טלפון|โทร|điện thoại|số điện thoại|telpon|nomor HP|फ़ोन|hotline|Call|SMS|landline|work phone|home phone")
EXTENSIONS = ["{p} ext. {e}", "{p} ext {e}", "{p} x{e}", "{p} extension {e}", "{p} Durchwahl {e}", "{p} DW {e}", "{p} poste {e}", "{p}, ext. {e}", "{p} anexo {e}", "{p} ramal {e}", "{p} доб. {e}", "{p} wew. {e}", "{p} int. {e}",
              "{p} toestel {e}", "{p} Ext: {e}", "{p};ext={e}", "{p} #{e}", "{p} (ext. {e})", "{p} 内线 {e}", "{p} 分机 {e}", "{p} 内線 {e}", "{p} Nst. {e}"]
STREETS = {
    "en_US": ["{h} {n} Street", "{h} {n} St", "{h} {n} Ave", "{h} {n} Avenue", "{h} {n} Road", "{h} {n} Rd.", "{h} {n} Lane", "{h} {n} Blvd", "{h} {n} Boulevard", "{h} N {n} St"],
    "de_DE": ["{n}straße {h}", "{n}str. {h}", "{n}-Straße {h}", "{n}weg {h}", "{n}platz {h}", "{n}gasse {h}", "{n}allee {h}a"],
    "fr_FR": ["{h} rue {n}", "{h}, rue de {n}", "{h} avenue {n}", "{h} bis rue {n}", "{h}, boulevard {n}"],
    "es_ES": ["Calle {n} {h}", "Calle de {n}, {h}", "Avenida {n} {h}", "C/ {n}, {h}", "Avda. {n} {h}"],
    "it_IT": ["Via {n} {h}", "Via {n}, {h}", "Viale {n} {h}", "Corso {n}, {h}"],
    "nl_NL": ["{n}straat {h}", "{n}laan {h}", "{n}weg {h}"],
    "sv_SE": ["{n}gatan {h}", "{n}vägen {h}"],
    "da_DK": ["{n}vej {h}", "{n}gade {h}"],
    "pl_PL": ["ul. {n} {h}", "ul. {n} {h}/4", "al. {n} {h}"],
    "pt_BR": ["Rua {n}, {h}", "Avenida {n}, {h}"],
    "fi_FI": ["{n}katu {h}", "{n}tie {h}"],
    "ru_RU": ["ул. Ленина, {h}", "улица Мира, {h}"],
    "zh_CN": ["人民路{h}号", "中山街{h}号"],
    "ja_JP": ["銀座{h}丁目2-3"],
    "tr_TR": ["{n} Sokak No: {h}", "{n} Caddesi No:{h}", "{n} Cad. {h}"],
}
STREET_LABELS = "address|street|Street address|Adresse|Anschrift|Straße|adresse|dirección|indirizzo|endereço|adres|住所|地址|lives at|wohnhaft|domicilio|Lieferadresse"


def split(words):
    """Labels that all documents have, and those of the documents that are aside alone."""
    words = words.split("|")
    return words[: max(1, len(words) * 2 // 3)], words


class Maker:
    def __init__(self, chance):
        self.chance = chance

    def fake(self):
        return FAKES[self.chance.choice(LOCALES)]

    def put(self, frame, **parts):
        """The frame filled; spans of the parts whose names are in `private`."""
        fake = self.fake()
        plain = {"n": fake.name(), "c": fake.city(), "w": self.sentence(fake)}
        parts = {**plain, **parts}
        text, spans = "", []
        rest = frame
        while rest:
            start = rest.find("{")
            if start < 0 or rest[start + 2 : start + 3] != "}":
                text += rest
                break
            name = rest[start + 1]
            text += rest[:start]
            value = parts[name]
            if name == "v":
                spans.append([len(text), len(text) + len(value)])
            text += value
            rest = rest[start + 3 :]
        return text, spans

    def sentence(self, fake):
        return self.chance.choice(["The record was updated.", "Please check the entry below.", "Bitte prüfen Sie den Eintrag.", "Veuillez vérifier la fiche.", "Revise la ficha.", "Thanks and best regards"])

    def document(self, frames, value, type, labels=None, aside=False, kind="", way=""):
        chance = self.chance
        usable = frames if aside else frames[: max(1, len(frames) * 3 // 4)]
        parts = {"v": value}
        if labels:
            some, every = split(labels)
            parts["L"] = chance.choice(every if aside else some)
        text, spans = self.put(chance.choice(usable), **parts)
        return {"text": text, "spans": [[a, b, type] for a, b in spans], "kind": kind, "way": way, "aside": aside}


def kinds(chance):
    """Kind, type, way, frames, value, labels of each private kind."""
    for place, (module, shapes, ways, labels, alone) in enumerate(values.IDS):
        kind = f"id {module}" if values.IDS[place - 1][0] != module else f"id {module} other"
        pool = [made for made in (values.stdnum_valid(chance, module, shapes) for _ in range(40)) if made]
        if not pool:
            print(f"{module}: no valid number was found", file=sys.stderr)
            continue

        def value(pool=pool, ways=ways):
            return values.written(chance, chance.choice(pool), ways)

        yield kind, "id", "labelled", LABELLED, value, labels
        if alone:
            yield kind, "id", "alone", ALONE, value, None
    vat = {}
    for module, form in values.VATS:
        vat[module] = [made for made in (values.stdnum_valid(chance, module, [form]) for _ in range(8)) if made]
        if not vat[module]:
            print(f"{module}: no valid number was found", file=sys.stderr)
    pool = [one for many in vat.values() for one in many]
    pool += [f"{one[:2]} {one[2:]}" for one in pool]
    yield "vat", "id", "labelled", LABELLED, lambda: chance.choice(pool), values.VAT_LABELS
    yield "vat", "id", "alone", ALONE, lambda: chance.choice(pool), None

    def named(kind, shapes):
        made = values.MADE.get(kind)
        return lambda: made(chance) if made else values.shape(chance, chance.choice(shapes))

    for kind, shapes, labels in values.NAMED:
        make = named(kind, shapes)
        yield kind, "id", "labelled", LABELLED, make, labels
    for kind, shapes in values.NAMED_ALONE.items():
        make = named(kind, shapes)
        yield kind, "id", "alone", ALONE, make, None
    for form in ["international", "e164", "national"]:
        yield f"phone {form}", "phone", "labelled", LABELLED, lambda form=form: values.phone_text(chance, form), PHONE_LABELS
        # Digits in one are no form: what is national and has no separator needs a word.
        def parted(form=form):
            while True:
                text = values.phone_text(chance, form)
                digits = sum(sign.isdigit() for sign in text)
                # Neither do six of them, which may be a date, nor what an amount is written like: 2 398 638.
                amount = re.fullmatch(r"\d{1,3}([ .\u00a0]\d{3})+", text)
                if not text.isdigit() and digits > 6 and not amount:
                    return text
        yield f"phone {form}", "phone", "alone", ALONE, parted, None

    def extended():
        text = chance.choice(EXTENSIONS[: len(EXTENSIONS)])
        return text.replace("{p}", values.phone_text(chance, chance.choice(["international", "national"]))).replace("{e}", str(chance.randint(10, 9999)))

    yield "phone extension", "phone", "labelled", LABELLED, extended, PHONE_LABELS

    def by(gaps):
        return lambda: chance.choice(gaps).join(values.card_groups(values.card(chance)))

    yield "card", "card", "alone", ALONE, by(["", " ", "-", "\u00a0", "."]), None
    yield "card split", "card", "alone", ALONE, by(["\n", ",", "·", "|", " | ", ", ", " · ", "\t", "•"]), None

    def iban(countries=None):
        text = values.iban(chance, countries)
        way = chance.random()
        return text if way < 0.4 else (" " if way < 0.9 else "-").join(text[at : at + 4] for at in range(0, len(text), 4)) if way < 0.97 else text.lower()

    yield "iban", "iban", "alone", ALONE, iban, None
    yield "iban unregistered", "iban", "alone", ALONE, lambda: iban(values.IBAN_UNREGISTERED), None

    def mail(way):
        fake = FAKES[chance.choice(LOCALES[:12])]
        local, host = fake.user_name(), fake.domain_name()
        return way.replace("U", local).replace("H", host).replace("W", host.replace(".", " [dot] "))

    plain = ["U@H", "U.x+tag@H", "U@mail.H", "U＠H", "U_1@H"]
    odd = ["\"U x\"@H", "\"U\"@H", "U [at] H", "U[at]H", "U(at)H", "U (at) H", "U%40H", "U{at}H", "U [at] W", "U&#64;H", "U[@]H", "U (AT) H"]
    yield "email", "email", "alone", ALONE, lambda: mail(chance.choice(plain)), None
    yield "email odd", "email", "alone", ALONE, lambda: mail(chance.choice(odd)), None
    for name, make in values.KEYS.items():
        yield f"key {name}", "key", "alone", ALONE, lambda make=make: make(chance), None
    for name, (make, labels) in values.NAMED_KEYS.items():
        yield f"key {name}", "key", "labelled", LABELLED, lambda make=make: make(chance), labels

    def password():
        way = chance.random()
        word = chance.choice(["tulip", "Harbour", "sunshine", "Winter", "dragon", "Sommer", "correct-horse", "hunter"])
        return word + str(chance.randint(1, 2026)) if way < 0.4 else values.some(chance, values.MIXED62 + "!#$%&*+-?@", chance.randint(8, 14)) if way < 0.8 else word + chance.choice("!?#$") + word if way < 0.95 else "hunter"

    yield "password", "secret", "labelled", PASSWORDS, password, None
    yield "one-time code", "secret", "labelled", CODES, lambda: chance.choice([values.some(chance, "0123456789", 6), values.some(chance, "0123456789", 6), values.some(chance, "0123456789", 4), f"{chance.randint(100, 999)} {chance.randint(100, 999)}", f"{chance.randint(100, 999)}-{chance.randint(100, 999)}", values.some(chance, "0123456789", 8)]), None
    months = {
        "en": "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec",
        "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember", "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    }

    def birth():
        d, m, y = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1930, 2012)
        month = chance.choice(months[chance.choice(list(months))].split())
        english = chance.choice(months["en"].split())
        spanish = chance.choice(months["es"].split())
        return chance.choice([f"{d:02}.{m:02}.{y}", f"{d}.{m}.{y}", f"{d:02}/{m:02}/{y}", f"{y}-{m:02}-{d:02}", f"{m}/{d}/{y}", f"{d} {month} {y}", f"{d}. {month} {y}", f"{english} {d}, {y}", f"{english} {d} {y}",
                              f"{d} de {spanish} de {y}", f"{d}-{english[:3]}-{y}", f"{y}年{m}月{d}日", f"{d}st of {english} {y}", f"{d:02}.{m:02}.{y % 100:02}", f"{y}/{m:02}/{d:02}", f"{y}. {m}. {d}.", f"{d:02}{m:02}{y}"])

    yield "birth", "birth", "labelled", BIRTHS, birth, None

    def place():
        lat, lon = chance.uniform(-70, 70), chance.uniform(-179, 179)
        dms = lambda x, pair: f"{int(abs(x))}°{chance.randint(0, 59):02}'{chance.randint(0, 59):02}{chance.choice(['', '.5'])}\"{pair[x < 0]}"
        return chance.choice([f"{lat:.4f}, {lon:.4f}", f"{lat:.6f},{lon:.6f}", f"{lat:.5f} {lon:.5f}", f"{dms(lat, 'NS')} {dms(lon, 'EW')}", f"{dms(lat, 'NS')}, {dms(lon, 'EW')}", f"{abs(lat):.4f}° {'NS'[lat < 0]}, {abs(lon):.4f}° {'EW'[lon < 0]}", f"{'NS'[lat < 0]} {abs(lat):.5f} {'EW'[lon < 0]} {abs(lon):.5f}"])

    yield "coordinates", "location", "alone", ALONE, place, None

    def street():
        locale = chance.choice(list(STREETS))
        fake = FAKES[locale]
        name = fake.last_name().replace(" ", "").capitalize()
        return chance.choice(STREETS[locale]).replace("{n}", name).replace("{h}", str(chance.randint(1, 240)))

    yield "street", "location", "alone", ALONE, street, None
    yield "street", "location", "labelled", LABELLED[:8], street, STREET_LABELS


def number(chance, length):
    return chance.choice("123456789") + values.some(chance, "0123456789", length - 1)


def negatives(chance):
    """Kind and maker of what looks private and is not."""
    c, r = chance.choice, chance.randint
    d = lambda n: values.some(chance, "0123456789", n)
    h = lambda n: values.some(chance, values.HEX, n)
    yield "ten digits", lambda: number(chance, 10)
    yield "digits", lambda: number(chance, c([6, 7, 8, 9, 11, 12, 13, 14]))
    yield "order number", lambda: c(["Order {}", "Order no. {}", "Order #{}", "Bestellung {}", "Bestellnummer: {}", "commande n° {}", "Pedido {}", "Ordine n. {}", "Zamówienie {}", "订单号 {}", "注文番号：{}", "Auftrag {}", "PO {}", "Sales order {}"]).format(number(chance, r(7, 12)))
    yield "invoice", lambda: c(["Invoice {}", "Rechnung Nr. {}", "Facture {}", "Factura {}", "INV-{}", "RE-2026-{}", "Fattura {}", "Invoice number: {}"]).format(d(r(5, 10)))
    yield "ticket", lambda: c(["Ticket {}", "Case {}", "JIRA-{}", "CS{}", "REQ{}", "INC{}", "Ticket #{}", "Vorgang {}"]).format(d(r(4, 10)))
    yield "tracking", lambda: c(["Tracking number {}", "Sendungsnummer {}", "Shipment {}", "1Z999AA1{}", "RR{}DE"]).format(d(r(9, 12)))
    yield "version", lambda: c(["v{}.{}.{}", "{}.{}.{}", "version {}.{}.{}.{}", "Firefox/{}.{}", "build {}.{}.{}.{}", "{}.{}.{}-rc.{}", "Release {}.{}.{}.{}", "Windows 10.0.{}{}{}.{}"]).format(*(r(0, 255) for _ in range(4)))
    yield "hash", lambda: c(["{}", "{}", "commit {}", "sha256:{}", "checksum {}", "etag \"{}\""]).format(h(c([7, 8, 12, 32, 40, 64])))
    yield "uuid", lambda: c([values.uuid(chance), values.uuid(chance).upper(), "{" + values.uuid(chance) + "}", values.uuid(chance)])
    yield "mixed separators", lambda: c(["{}-{} {}", "{}.{}-{}", "{}/{}.{}", "{} {}/{}", "{}-{}.{} {}"]).format(d(c([3, 4])), d(3), d(c([3, 4])), d(3))
    yield "two cells", lambda: c(["{}\n{}", "{}\t{}", "{} | {}", "{}  {}", "{}\n{}\n{}", "{}, {}", "{}; {}", "{}\t{}\t{}"]).format(*(number(chance, r(3, 7)) for _ in range(3)))
    yield "date", lambda: f"{r(1990, 2030)}-{r(1, 12):02}-{r(1, 28):02}" if r(0, 1) else c([f"{r(1, 28):02}.{r(1, 12):02}.{r(1990, 2030)}", f"{r(1, 12)}/{r(1, 28)}/{r(1990, 2030)}", f"{r(1, 28)} March {r(1990, 2030)}", f"{r(1, 28):02}-{r(1, 12):02}-{r(10, 30)}"])
    yield "moment", lambda: c([f"{r(2000, 2030)}-{r(1, 12):02}-{r(1, 28):02} {r(0, 23):02}:{r(0, 59):02}:{r(0, 59):02}", f"{r(2000, 2030)}{r(1, 12):02}{r(1, 28):02}T{r(0, 23):02}{r(0, 59):02}{r(0, 59):02}Z", f"{r(2000, 2030)}-{r(1, 12):02}-{r(1, 28):02}T{r(0, 23):02}:{r(0, 59):02}:00+02:00", f"{r(2000, 2030)}{r(1, 12):02}{r(1, 28):02}{r(0, 23):02}{r(0, 59):02}{r(0, 59):02}"])
    yield "timestamp", lambda: c([f"{r(15, 18)}{d(8)}", f"{r(15, 18)}{d(11)}", f"[{r(15, 18)}{d(8)}.{d(3)}]"])
    yield "amount", lambda: c([f"{r(1, 10**7):,}.{r(0, 99):02}", f"{r(1, 999)} {r(100, 999)} {r(100, 999)},{r(0, 99):02} €", f"€ {r(1, 999)}.{r(100, 999)},{r(0, 99):02}", f"$ {r(1, 10**9):,}", f"{r(1, 99)} {r(100, 999)} {r(100, 999)}", f"CHF {r(1, 99)}'{r(100, 999)}.{r(0, 99):02}", f"₹{r(1, 99)},{r(10, 99)},{r(100, 999)}"])
    yield "isbn", lambda: c([f"ISBN 978-{r(0, 9)}-{d(2)}-{d(6)}-{d(1)}", f"978{d(10)}", f"EAN {d(13)}", f"ISSN {d(4)}-{d(4)}", f"CAS {r(50, 9999)}-{d(2)}-{d(1)}"])
    yield "part", lambda: c([f"SKU {d(3)}-{d(4)}", f"{values.some(chance, values.LETTERS, 3)}-{d(4)}-{d(2)}", f"Part {d(3)}.{d(3)}.{d(2)}", f"Art.-Nr. {d(4)}.{d(3)}", f"P/N {d(3)}-{d(5)}-{d(2)}", f"A{d(3)} {d(3)} {d(2)} {d(2)}", f"Lot {d(8)}", f"S/N {values.some(chance, values.BASE32, 10)}", f"Model {values.some(chance, values.LETTERS, 2)}{d(4)}"])
    yield "range", lambda: c([f"{r(1990, 2020)}-{r(2021, 2030)}", f"pp. {r(100, 500)}-{r(501, 999)}", f"{r(1990, 2020)}/{r(20, 30)}", "4-3-3", "4-4-2", f"{r(0, 9)}-{r(0, 9)}", f"{r(8, 12):02}:00-{r(13, 19)}:30", f"{r(1000, 5000)}-{r(5001, 9999)}", f"{r(1, 9)}:{r(1, 9)} (3:2)", f"2021 2022 2023 {r(2024, 2030)}", f"6-4 3-6 7-5", f"Q{r(1, 4)} {r(2000, 2030)}"])
    yield "measure", lambda: c([f"{r(100, 9999)} x {r(100, 9999)} px", f"{r(1, 99)}.{d(6)} %", f"{d(5)}.{d(4)} kWh", f"{r(1, 999)} {r(100, 999)} km", f"3.{d(12)}", f"{d(2)}.{d(2)}, {d(2)}.{d(2)}", f"{r(1, 90)} GB", f"{d(1)}.{d(3)}e-{d(2)}", f"1:{d(5)}", f"{d(6)} steps", f"{r(10, 99)}° C"])
    yield "file", lambda: c([f"IMG_{r(2000, 2030)}{d(4)}_{d(6)}.jpg", f"report-{r(2000, 2030)}-{d(2)}.pdf", f"/var/log/app/{d(4)}/{d(6)}.log", f"DSC{d(5)}.JPG", f"scan_{d(10)}.pdf", f"backup-{d(8)}-{d(6)}.tar.gz", f"main.{h(8)}.js", f"chunk-{h(20)}.css"])
    yield "code", lambda: c([f"error code {d(r(3, 6))}", f"zip code {d(5)}", f"Status code: {r(200, 599)}", f"postal code {d(5)}", f"discount code SAVE{d(2)}", f"country code +{r(1, 99)}", f"HTTP {r(200, 599)}", f"exit code {r(0, 255)}", f"Code {d(4)}", f"product code {d(6)}", f"QR code {d(3)}", f"dress code"])
    yield "password talk", lambda: c(["Forgot your password?", "Password must have 8 characters", "Password: required", "Reset password", "Password is too short", "Passwort vergessen?", "Mot de passe oublié ?", "Password strength: weak", "Show password", "Your password expires in 14 days", "Password changed on 12.03.2026", "Passwort ändern", "Password (8 to 64 characters)", "The password is incorrect", "Choose a password", "Password\nConfirm password", "Password: at least 12 characters"])
    yield "talk of numbers", lambda: c(["Call me in 20 minutes", "Phone support 24/7", "We were 12345 people", "registered in 2019", "Text 3 of 12", "The desk is 120 cm wide", "born to run 2024", "Room 1204, floor 12", "Address line 1", "24 hours a day", "Chapter 12 Section 34", "Flight LH 1234", "Gate B12", "Platform 9 3/4", "Windows 11 23H2", "ISO 27001:2022", "RFC 2616", "IPv6", "Section 230 of 47 U.S.C.", "Step 2 of 5", "Top 100 of 2025", "5 Google Drive files", "2 way street", "in 3 business days", "via 2 hops", "rue 3", "Class of 1999"])
    yield "table", lambda: " ".join(number(chance, r(1, 5)) for _ in range(r(4, 9)))
    yield "listing", lambda: "\n".join(f"{number(chance, 4)}\t{r(1, 99)}\t{r(1, 999)}.{d(2)}" for _ in range(r(2, 4)))


NEGATIVE_FRAMES = ["{v}", "{v}", "{w} {v}", "{v}\n{w}", "{n}: {v}", "{v} ({c})", "{w} {v}.", "| {v} | {c} |"]


def business(chance):
    """A plain text of work."""
    locale = chance.choice(LOCALES)
    fake = FAKES[locale]
    r = chance.randint
    day = f"{r(1, 28)}.{r(1, 12)}.2026"
    ways = [
        lambda: fake.paragraph(nb_sentences=3),
        lambda: fake.text(max_nb_chars=200),
        lambda: f"{fake.job()} at {fake.company()}: {fake.catch_phrase() if locale == 'en_US' else fake.sentence()}",
        lambda: f"The meeting on {day} at {r(8, 18)}:{r(0, 59):02} in room {r(1, 400)} moves to {r(8, 18)}:30. {r(2, 30)} people have accepted, {r(1, 9)} have not.",
        lambda: f"Order {number(chance, 8)} of {day}: {r(1, 50)} pieces at {r(1, 99)}.{r(10, 99)} EUR, total {r(100, 9999)}.{r(10, 99)} EUR, 19 % VAT included. Delivery in {r(2, 9)} to {r(10, 14)} days.",
        lambda: f"Invoice INV-{r(1000, 99999)} is due on 2026-{r(1, 12):02}-{r(1, 28):02}. Please pay {r(100, 9999):,}.{r(10, 99)} USD within {r(10, 30)} days.",
        lambda: f"Quarter {r(1, 4)} revenue rose {r(1, 40)}.{r(0, 9)} % to {r(1, 99)},{r(100, 999)},{r(100, 999)} USD; costs fell to {r(1, 9)},{r(100, 999)},{r(100, 999)}. Headcount {r(100, 9999)}.",
        lambda: f"Version {r(1, 20)}.{r(0, 20)}.{r(0, 9)} fixes {r(3, 40)} bugs. Build {r(10000, 99999)} passed {r(100, 9999)} tests in {r(1, 90)} min {r(1, 59)} s.",
        lambda: f"Dashboard  Orders ({r(1, 999)})  Customers ({r(1, 9999)})  Reports  Settings  Help  Page {r(1, 9)} of {r(10, 99)}  Rows per page {r(10, 50)}  Export CSV",
        lambda: f"Ticket #{r(1000, 99999)} was opened {r(1, 59)} minutes ago with priority {r(1, 4)} and is assigned to team {r(1, 9)}. SLA {r(1, 24)} h.",
        lambda: f"Dear colleagues, the server will be down from {r(0, 9):02}:00 to {r(10, 12)}:00 on {day}. Save your work. Your password stays the same.",
        lambda: f"Name, Quantity, Price, Status\nDesk lamp, {r(1, 90)}, {r(10, 99)}.{r(10, 99)}, shipped\nChair, {r(1, 9)}, {r(100, 999)}.{r(10, 99)}, open",
    ]
    return chance.choice(ways)()


def main(count, seed, out):
    chance = random.Random(seed)
    for place, locale in enumerate(LOCALES):
        FAKES[locale].seed_instance(seed * 100 + place)
    random.seed(seed)
    maker = Maker(chance)

    def write(document):
        out.write(json.dumps(document, ensure_ascii=False) + "\n")

    for kind, type, way, frames, value, labels in kinds(chance):
        for at in range(count):
            write(maker.document(frames, value(), type, labels, at % 3 == 2, kind, way))
    for kind, make in negatives(chance):
        for at in range(count):
            aside = at % 3 == 2
            text, _ = maker.put(chance.choice(NEGATIVE_FRAMES if aside else NEGATIVE_FRAMES[:6]), v=make())
            write({"text": text, "spans": [], "kind": kind, "way": "negative", "aside": aside})
    for at in range(count * 20):
        write({"text": business(chance), "spans": [], "kind": "business", "way": "business", "aside": at % 3 == 2})


if __name__ == "__main__":
    # What libraries print while they work is no document.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        main(int(sys.argv[1]), int(sys.argv[2]), out)
