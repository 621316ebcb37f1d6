"""Makes private values of many countries for kinds.py: numbers of persons, phones, accounts, cards, keys and what else a form or a
word before it tells. Numbers are made valid by PyPI's python-stdnum, phonenumbers and schwifty, not by code of ours.
"""

import base64
import importlib
import re
import string

import phonenumbers
from schwifty import IBAN
from schwifty.exceptions import SchwiftyException

LETTERS = string.ascii_uppercase


def shape(chance, text):
    """`#` a digit, `A` a letter, `{ymd}`, `{dmy}` a day of birth; anything else stands for itself."""
    year, month, day = chance.randint(1935, 2006), chance.randint(1, 12), chance.randint(1, 28)
    dates = {
        "ymd": f"{year % 100:02}{month:02}{day:02}",
        "dmy": f"{day:02}{month:02}{year % 100:02}",
        "yyyymd": f"{year}{month:02}{day:02}",
        "dmyyy": f"{day:02}{month:02}{year % 1000:03}",
        "dmyyyy": f"{day:02}{month:02}{year}",
        "ym": f"{year % 100:02}{month:02}",
        # Women's months in Czechia and Slovakia.
        "rc": f"{year % 100:02}{month + chance.choice([0, 50]):02}{day:02}",
    }
    text = re.sub(r"\{(\w+)\}", lambda m: dates[m[1]], text)
    return "".join(
        chance.choice(string.digits) if c == "#" else chance.choice(LETTERS) if c == "A" else c for c in text
    )


# Name of a module of python-stdnum, forms that its check is tried on, forms in which the number is written (`#` a sign of it),
# what it is called, and whether form or checksum tell it without that: at most one in a hundred of like numbers passes.
IDS = [
    ("es.dni", ["########A"], ["#########", "########-#", "##.###.###-#"], "DNI|NIF|documento nacional de identidad|D.N.I.", True),
    ("es.nie", ["X#######A", "Y#######A"], ["#########", "#-#######-#"], "NIE|número de identidad de extranjero", True),
    ("es.cif", ["B########", "A########"], ["#########", "#-########"], "CIF|NIF", False),
    ("in_.pan", ["AAAPA####A"], ["##########"], "PAN|PAN number|Permanent Account Number", True),
    ("in_.aadhaar", ["4###########", "7###########"], ["#### #### ####", "############", "####-####-####"], "Aadhaar|Aadhaar number|UID", False),
    ("mx.curp", ["AAAA{ymd}HDFAAA##", "AEAA{ymd}MJCAAAA#"], ["#" * 18], "CURP|Clave Única de Registro de Población", True),
    ("mx.rfc", ["AAAA{ymd}###", "AEAA{ymd}AA#"], ["#############", "####-######-###"], "RFC|Registro Federal de Contribuyentes", True),
    ("ar.cuit", ["20#########", "27#########"], ["##-########-#", "###########"], "CUIT|CUIL|N.º de CUIT", True),
    ("ar.dni", ["3#######"], ["##.###.###", "########"], "DNI|documento", False),
    ("kr.rrn", ["{ymd}1######", "{ymd}2######"], ["######-#######", "#############"], "RRN|주민등록번호|주민번호|resident registration number", True),
    ("ch.ssn", ["756##########"], ["###.####.####.##", "#############"], "AHV-Nummer|AHV|numéro AVS|AVS|NAVS13", True),
    ("ca.sin", ["4########", "5########"], ["###-###-###", "### ### ###", "#########"], "SIN|Social Insurance Number|NAS|numéro d'assurance sociale", False),
    ("us.ssn", ["3########", "5########"], ["###-##-####"], "SSN|Social Security Number|Social Security No.", True),
    ("us.ssn", ["3########", "5########"], ["### ## ####", "#########"], "SSN|Social Security Number|Soc. Sec. No.", False),
    ("us.ein", ["12#######", "47#######"], ["##-#######"], "EIN|Employer Identification Number|Federal Tax ID|FEIN", False),
    ("us.itin", ["9##7#####", "9##8#####"], ["###-##-####"], "ITIN|Individual Taxpayer Identification Number", True),
    ("br.cnpj", ["########0001##"], ["##.###.###/####-##", "##############"], "CNPJ|inscrição no CNPJ", True),
    ("br.cpf", ["###########"], ["###.###.###-##", "###########"], "CPF|C.P.F.|cadastro de pessoa física", True),
    ("cz.rc", ["{rc}####"], ["######/####"], "rodné číslo|r. č.|RČ|birth number", True),
    ("sk.rc", ["{rc}####"], ["######/####"], "rodné číslo|RČ", True),
    ("ee.ik", ["3{ymd}####", "4{ymd}####"], ["###########"], "isikukood|personal code", True),
    ("ie.pps", ["#######A", "#######AA"], ["########?"], "PPS number|PPSN|PPS No", True),
    ("cn.ric", ["110105{yyyymd}####", "440301{yyyymd}###X"], ["#" * 18], "居民身份证|身份证号码|身份证号|公民身份号码", True),
    ("jp.in_", ["############"], ["#### #### ####", "############", "####-####-####"], "マイナンバー|個人番号|My Number", False),
    ("it.codicefiscale", ["AAAAAA##A##H501A", "AAAAAA##A##F205A"], ["#" * 16], "codice fiscale|C.F.|Codice Fiscale", True),
    ("pl.pesel", ["{ymd}#####"], ["###########"], "PESEL|numer PESEL", True),
    ("pl.nip", ["5#########"], ["###-###-##-##", "###-##-##-###", "##########"], "NIP|numer identyfikacji podatkowej", False),
    ("pl.regon", ["#########"], ["#########"], "REGON", False),
    ("fr.nir", ["1{ym}75######" + "##", "2{ym}69######" + "##"], ["# ## ## ## ### ### ##", "#" * 15], "numéro de sécurité sociale|NIR|n° de sécurité sociale|sécu", True),
    ("fr.nif", ["0############", "2############"], ["## ## ### ### ###", "#############"], "numéro fiscal|SPI|identifiant fiscal", False),
    ("se.personnummer", ["{ymd}-####", "{ymd}####"], ["######-####", "##########"], "personnummer|personal identity number|pnr", False),
    ("no.fodselsnummer", ["{dmy}#####"], ["###### #####", "###########"], "fødselsnummer|personnummer|fnr", True),
    ("dk.cpr", ["{dmy}####"], ["######-####", "##########"], "CPR-nummer|CPR|cpr nr.", False),
    ("fi.hetu", ["{dmy}-###A", "{dmy}-####", "{dmy}A###A"], ["###########"], "henkilötunnus|hetu|personal identity code", True),
    ("is_.kennitala", ["{dmy}###9", "{dmy}###0"], ["######-####", "##########"], "kennitala|kt.", False),
    ("nl.bsn", ["1########", "2########"], ["#########", "#### ## ###"], "BSN|burgerservicenummer|sofinummer", False),
    ("be.nn", ["{ymd}#####"], ["##.##.##-###.##", "###########"], "rijksregisternummer|numéro national|numéro de registre national|INSZ", True),
    ("gb.nhs", ["4#########", "9#########"], ["### ### ####", "###-###-####", "##########"], "NHS number|NHS No|NHS", False),
    ("gb.utr", ["##########"], ["##########", "##### #####"], "UTR|Unique Taxpayer Reference", False),
    ("de.idnr", ["###########"], ["## ### ### ###", "###########"], "Steuer-ID|Steueridentifikationsnummer|Steuer-Identifikationsnummer|IdNr.", False),
    ("de.stnr", ["21/###/#####", "93###/#####", "181/###/#####"], ["=", ], "Steuernummer|St.-Nr.|StNr", False),
    ("at.vnr", ["####{dmy}"], ["#### ######", "##########"], "SVNR|Sozialversicherungsnummer|SV-Nummer", False),
    ("at.tin", ["#########"], ["##-###/####", "#########"], "Steuernummer|Abgabenkontonummer", False),
    ("pt.nif", ["2########", "1########"], ["#########", "### ### ###"], "NIF|número de contribuinte|contribuinte", False),
    ("pt.cc", ["#########ZZ#", "########0ZX#"], ["############", "######## # ###"], "cartão de cidadão|Cartão de Cidadão|CC", False),
    ("ro.cnp", ["1{ymd}40####", "2{ymd}12####"], ["#############"], "CNP|cod numeric personal", True),
    ("bg.egn", ["{ymd}####"], ["##########"], "ЕГН|EGN", False),
    ("hr.oib", ["###########"], ["###########"], "OIB|osobni identifikacijski broj", False),
    ("si.emso", ["{dmyyy}500###", "{dmyyy}505###"], ["#############"], "EMŠO|JMBG", True),
    ("lt.asmens", ["3{ymd}####", "4{ymd}####"], ["###########"], "asmens kodas|personal code", True),
    ("gr.amka", ["{dmy}#####"], ["###########"], "ΑΜΚΑ|AMKA", True),
    ("gr.vat", ["1########", "0########"], ["#########"], "ΑΦΜ|AFM", False),
    ("tr.tckimlik", ["###########"], ["###########"], "TC kimlik no|T.C. Kimlik No|TCKN|kimlik no", True),
    ("tr.vkn", ["##########"], ["##########"], "vergi kimlik no|VKN", False),
    ("il.idnr", ["#########"], ["#########", "########-#"], "תעודת זהות|מספר זהות|Teudat Zehut", False),
    ("za.idnr", ["{ymd}####08#"], ["#############", "###### #### ###"], "ID number|SA ID number|identity number", True),
    ("au.tfn", ["#########"], ["### ### ###", "#########"], "TFN|Tax File Number", False),
    ("nz.ird", ["########", "1########"], ["=", ], "IRD number|IRD", False),
    ("my.nric", ["{ymd}14####", "{ymd}10####"], ["######-##-####", "############"], "MyKad|NRIC|no. kad pengenalan", False),
    ("id.nik", ["317101{dmy}####"], ["#" * 16], "NIK|nomor induk kependudukan|no. KTP", False),
    ("id.npwp", ["0##############"], ["##.###.###.#-###.###", "#" * 15], "NPWP", False),
    ("th.pin", ["1############", "3############"], ["#-####-#####-##-#", "#############"], "เลขประจำตัวประชาชน|เลขบัตรประชาชน|Thai ID", False),
    ("vn.mst", ["0#########"], ["##########"], "mã số thuế|MST", False),
    ("cl.rut", ["1########", "1#######K"], ["##.###.###-#", "########-#"], "RUT|RUN", True),
    ("co.nit", ["8#########"], ["###.###.###-#", "#########-#"], "NIT", False),
    ("pe.ruc", ["20#########", "10#########"], ["###########"], "RUC", False),
    ("ec.ci", ["17########"], ["##########", "#########-#"], "cédula|cédula de identidad|C.I.", False),
    ("do.cedula", ["001########"], ["###-#######-#"], "cédula|cédula de identidad", True),
    ("ve.rif", ["V#########", "J#########"], ["#-########-#", "##########"], "RIF", False),
    ("gt.nit", ["#######"], ["######-#"], "NIT", False),
    ("ua.rntrc", ["3#########", "2#########"], ["##########"], "ІПН|РНОКПП|ідентифікаційний код", False),
    ("ru.inn", ["77##########"], ["############"], "ИНН|INN", False),
    ("by.unp", ["1########"], ["#########"], "УНП|UNP", False),
    ("pk.cnic", ["4220########1", "3520########2"], ["#####-#######-#", "#############"], "CNIC|شناختی کارڈ|NADRA CNIC", False),
    ("in_.gstin", ["27AAAPA####A1Z#"], ["#" * 15], "GSTIN|GST number", True),
    ("in_.epic", ["AAA#######"], ["##########"], "EPIC|voter ID", False),
    ("au.abn", ["###########"], ["## ### ### ###"], "ABN|Australian Business Number", False),
    ("ke.pin", ["A#########A"], ["###########"], "KRA PIN|PIN number", False),
    ("eg.tn", ["#########"], ["###-###-###"], "الرقم الضريبي|tax registration number", False),
    ("eu.at_02", ["DE##ZZZ########", "ES##ZZZA########"], ["="], "Gläubiger-ID|creditor identifier|ICS", False),
    ("imei", ["35#############"], ["#" * 15, "##-######-######-#"], "IMEI", False),
]
# Module, forms, separators between country and number; all are written with the country, so that form and checksum tell them.
VATS = [
    ("at.uid", "ATU########"), ("be.vat", "BE0#########"), ("bg.vat", "BG#########"), ("cy.vat", "CY########A"), ("cz.dic", "CZ########"),
    ("de.vat", "DE#########"), ("dk.cvr", "DK########"), ("ee.kmkr", "EE#########"), ("es.nif", "ESB########"), ("fi.alv", "FI########"),
    ("fr.tva", "FR###########"), ("gr.vat", "EL#########"), ("hr.oib", "HR###########"), ("hu.anum", "HU########"), ("ie.vat", "IE#######A"),
    ("it.iva", "IT###########"), ("lt.pvm", "LT#########"), ("lu.tva", "LU########"), ("lv.pvn", "LV4##########"), ("mt.vat", "MT########"),
    ("nl.btw", "NL#########B01"), ("pl.nip", "PL##########"), ("pt.nif", "PT#########"), ("ro.cf", "RO########"), ("se.vat", "SE##########01"),
    ("si.ddv", "SI########"), ("sk.dph", "SK20########"), ("gb.vat", "GB#########"),
]
VAT_LABELS = "VAT number|VAT ID|USt-IdNr.|UID-Nummer|numéro de TVA|TVA intracommunautaire|partita IVA|P. IVA|NIF IVA|btw-nummer|VAT reg. no.|momsnummer"

# Passports, licences and what else only a word tells: forms, names.
NAMED = [
    ("passport", ["C#A#AA#A#", "A########", "#########", "AA#######", "##AA#####", "AAA######"],
     "passport|passport number|passport no.|Reisepass|Reisepassnummer|passeport|numéro de passeport|pasaporte|passaporto|passaporte|paspoort|paszport|паспорт|护照号码|パスポート番号|여권번호|pass nr."),
    ("licence", ["A#######", "A###-####-####", "AA######", "########", "A############", "D#######", "AA##-########"],
     "driver's license|driver license number|driving licence|driving licence number|DL|Führerschein|Führerscheinnummer|permis de conduire|permiso de conducir|patente di guida|rijbewijs|prawo jazdy|carta de condução|驾驶证号|運転免許証番号"),
    ("sort code", ["##-##-##", "######", "## ## ##"], "sort code|sort-code|Sort Code"),
    ("account", ["########", "##########", "#########", "#### ####"],
     "account number|bank account|account no.|Kontonummer|numéro de compte|número de cuenta|numero di conto|rekeningnummer|conta corrente|口座番号|银行账号|acct no"),
    ("routing", ["021000021", "011401533", "121000248"], "routing number|ABA|ABA routing number|RTN"),
    ("id card", ["L########", "AA#######", "AAA######", "########", "###########", "A#######"],
     "ID card|identity card number|national ID|Personalausweis|Personalausweisnummer|carte d'identité|documento de identidad|carta d'identità|dowód osobisty|nr dowodu|identity document|kimlik|身份证|identification number|BI/NIF"),
    ("nino", [], "National Insurance number|NINO|NI number"),
    ("nric", [], "NRIC|NRIC No|FIN"),
    ("hkid", ["A######(#)", "K######(#)"], "HKID|Hong Kong ID|香港身份證"),
    ("tw id", ["A1########", "F2########"], "身分證字號|身分證|Taiwan ID"),
    ("medical", ["A#########", "##########", "####-###-###"], "Versichertennummer|Krankenversichertennummer|health insurance number|Medicare number|patient ID|MRN|medical record number|numéro de patient"),
    ("snils", ["###-###-### ##"], "СНИЛС|SNILS"),
    ("plate", ["B-AA ####", "M-A ###", "HH AA ##", "AA##AAA", "AA-###-AA", "#### AAA", "AAA-####", "##-AAA-#", "AA ### AA", "A###AA77"],
     "license plate|number plate|licence plate|Kennzeichen|amtl. Kennzeichen|plaque d'immatriculation|immatriculation|matrícula|targa|kenteken|numer rejestracyjny|plate|registration number|госномер|车牌号"),
]
NAMED_ALONE = {
    "nino": [],
    "plate": ["AB## AAA", "LK## AAA", "AA-###-AA", "B-AA ####", "HH-AA ###"],
    "gb licence": ["MORGA657054SM9IJ", "JONES7##1##AB9AA", "SMITH8#5##3AC9BD"],
    "nric": [],
}


def stdnum_valid(chance, module, shapes):
    """A number that the module takes for valid, or None where none was found."""
    checker = importlib.import_module(f"stdnum.{module}")
    for _ in range(8_000):
        text = shape(chance, chance.choice(shapes))
        try:
            if checker.is_valid(text):
                return text
        except Exception:  # noqa: BLE001 some modules fail on what is no date
            continue
    return None


def written(chance, number, ways):
    """The number in one of the ways that fits its length; `?` in a way is a sign that may be missing."""
    signs = re.sub(r"[^0-9A-Za-z]", "", number)
    fitting = []
    for way in ways:
        least, most = way.count("#"), way.count("#") + way.count("?")
        if least <= len(signs) <= most:
            fitting.append(way)
    if not fitting or len(signs) != len(number):
        return number
    rest = iter(signs)
    return "".join(next(rest, "") if c in "#?" else c for c in chance.choice(fitting))


def singapore(chance):
    for _ in range(9):
        first = chance.choice("STFG")
        digits = shape(chance, "#######")
        total = sum(int(d) * w for d, w in zip(digits, [2, 7, 6, 5, 4, 3, 2])) + (4 if first in "TG" else 0)
        return first + digits + ("JZIHGFEDCBA" if first in "ST" else "XWUTRQPNMLK")[total % 11]


def insurance(chance):
    """Britain's National Insurance number."""
    start, end = chance.choice(["AB", "CE", "JK", "NH", "SW", "PA"]), chance.choice("ABCD")
    gap = chance.choice(["", " "])
    return gap.join([start, shape(chance, "##"), shape(chance, "##"), shape(chance, "##"), end])


MADE = {"nric": singapore, "nino": insurance}

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
LARGE = ["US", "GB", "DE", "FR", "IT", "ES", "NL", "PL", "SE", "BR", "IN", "JP", "CN", "AU", "CA", "CH", "AT", "BE", "MX", "TR"]


def phone(chance, region=None):
    """A valid number of a region, as phonenumbers has it."""
    region = region or chance.choice(REGIONS if chance.random() < 0.6 else LARGE)
    kind = chance.choice([phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE])
    example = phonenumbers.example_number_for_type(region, kind) or phonenumbers.example_number(region)
    if not example:
        return phone(chance)
    national = phonenumbers.national_significant_number(example)
    for _ in range(200):
        tail = chance.randint(3, max(3, len(national) - 2))
        text = national[:-tail] + "".join(chance.choice(string.digits) for _ in range(tail))
        try:
            made = phonenumbers.parse(f"+{example.country_code}{text}")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(made):
            return made
    return example


def phone_text(chance, form):
    made = phone(chance)
    formats = phonenumbers.PhoneNumberFormat
    style = {"international": formats.INTERNATIONAL, "e164": formats.E164, "national": formats.NATIONAL}[form]
    text = phonenumbers.format_number(made, style)
    swap = chance.random()
    if form != "e164" and swap < 0.3:
        text = text.replace(" ", "\u00a0") if swap < 0.05 else text.replace(" ", "-") if swap < 0.15 else text.replace(" ", ".") if "-" not in text else text
    return text


# Issuers that the older documents lack, with their lengths.
CARDS = [("4", 16), ("51", 16), ("2223", 16), ("37", 15), ("36", 14), ("3530", 16), ("6011", 16), ("62", 16), ("81", 16), ("508", 16), ("6521", 16),
         ("8600", 16), ("9860", 16), ("5614", 16), ("9792", 16), ("2202", 16), ("6304", 16), ("5018", 16), ("5067", 16), ("606282", 16), ("220", 16)]


def luhn(body):
    odd = [sum(divmod(2 * int(digit), 10)) for digit in body[::-1][::2]]
    return body + str(-(sum(odd) + sum(map(int, body[::-1][1::2]))) % 10)


def card(chance):
    start, length = chance.choice(CARDS)
    if start == "220":
        start = chance.choice(["2200", "2201", "2203", "2204"])
    return luhn(start + shape(chance, "#" * (length - 1 - len(start))))


def card_groups(digits):
    sizes = {15: [4, 6, 5], 14: [4, 6, 4]}.get(len(digits), [4] * 5)
    parts, at = [], 0
    for size in sizes:
        parts.append(digits[at : at + size])
        at += size
    return [part for part in parts if part]


IBAN_COUNTRIES = "AD AE AL AT AZ BA BE BG BH BR BY CH CR CY CZ DE DK DO EE EG ES FI FO FR GB GE GI GL GR GT HR HU IE IL IQ IS IT JO KW KZ LB LC LI LT LU LV LY MC MD ME MK MR MT MU NI NL NO OM PK PL PS PT QA RO RS RU SA SC SD SE SI SK SM SO ST SV TL TN TR UA VA VG XK YE BI DJ FK MN HN".split()
IBAN_UNREGISTERED = "AO BF BJ CF CG CI CM CV DZ GA GQ GW IR KM MA MG ML MZ NE SN TD TG".split()


def iban(chance, countries=None):
    for _ in range(60):
        country = chance.choice(countries or IBAN_COUNTRIES)
        try:
            return str(IBAN.random(country_code=country, random=chance))
        except (SchwiftyException, KeyError, ValueError, TypeError):
            continue
    raise ValueError("no IBAN could be made")


def some(chance, alphabet, length):
    return "".join(chance.choice(alphabet) for _ in range(length))


LOWER36 = string.ascii_lowercase + string.digits
MIXED62 = string.ascii_letters + string.digits
HEX = "0123456789abcdef"
BASE32 = LETTERS + "234567"


def uuid(chance):
    return "-".join(some(chance, HEX, n) for n in (8, 4, 4, 4, 12))


KEYS = {
    "telegram": lambda c: f"{c.randint(10**8, 10**10 - 1)}:AA{some(c, MIXED62 + '_-', 33)}",
    "paypal": lambda c: f"{c.choice('AE')}{some(c, MIXED62 + '_-', 79)}",
    "paypal token": lambda c: f"access_token$production${some(c, LOWER36, 16)}${some(c, HEX, 32)}",
    "plaid": lambda c: f"access-{c.choice(['sandbox', 'production', 'development'])}-{uuid(c)}",
    "databricks": lambda c: f"dapi{some(c, HEX, 32)}",
    "hubspot": lambda c: f"pat-{c.choice(['na1', 'eu1'])}-{uuid(c)}",
    "nuget": lambda c: f"oy2{some(c, LOWER36, 43)}",
    "azure devops": lambda c: some(c, LOWER36, 52),
    "azure devops new": lambda c: f"{some(c, MIXED62, 76)}AZDO{some(c, MIXED62, 4)}",
    "aws": lambda c: f"AKIA{some(c, BASE32, 16)}",
    "aws secret": lambda c: some(c, MIXED62 + "/+", 40),
    "github": lambda c: f"ghp_{some(c, MIXED62, 36)}",
    "gitlab": lambda c: f"glpat-{some(c, MIXED62, 20)}",
    "slack": lambda c: f"xoxb-{some(c, string.digits, 12)}-{some(c, string.digits, 12)}-{some(c, MIXED62, 24)}",
    "stripe": lambda c: f"sk_live_{some(c, MIXED62, 24)}",
    "google": lambda c: f"AIza{some(c, MIXED62 + '_-', 35)}",
    "openai": lambda c: f"sk-proj-{some(c, MIXED62, 48)}",
    "anthropic": lambda c: f"sk-ant-api03-{some(c, MIXED62 + '_-', 80)}AA",
    "sendgrid": lambda c: f"SG.{some(c, MIXED62, 22)}.{some(c, MIXED62, 43)}",
    "mailchimp": lambda c: f"{some(c, HEX, 32)}-us{c.randint(1, 21)}",
    "discord": lambda c: f"M{some(c, MIXED62, 23)}.{some(c, MIXED62, 6)}.{some(c, MIXED62 + '_-', 27)}",
    "linear": lambda c: f"lin_api_{some(c, MIXED62, 40)}",
    "notion": lambda c: f"ntn_{some(c, MIXED62, 46)}",
    "postman": lambda c: f"PMAK-{some(c, HEX, 24)}-{some(c, HEX, 34)}",
    "azure storage": lambda c: base64.b64encode(bytes(c.getrandbits(8) for _ in range(64))).decode(),
    "npm": lambda c: f"npm_{some(c, MIXED62, 36)}",
    "jwt": lambda c: f"eyJhbGciOiJIUzI1NiJ9.eyJ{some(c, MIXED62, 40)}.{some(c, MIXED62 + '_-', 43)}",
    "age": lambda c: f"AGE-SECRET-KEY-1{some(c, LETTERS + string.digits, 58)}",
}
NAMED_KEYS = {
    "hex key": (lambda c: some(c, HEX, c.choice([24, 30, 32, 40, 64])), "API key|api_key|secret|client secret|access token|auth token|API-Schlüssel|clé API|clave API|secret_key|apikey"),
    "totp": (lambda c: c.choice([some(c, BASE32, 16), some(c, BASE32, 32), " ".join(some(c, BASE32.lower(), 4) for _ in range(4)), " ".join(some(c, BASE32, 4) for _ in range(8))]),
             "TOTP secret|setup key|authenticator key|2FA secret|secret key|Authenticator-Schlüssel|clé de configuration|clave de configuración"),
    "seed": (lambda c: " ".join(c.choice(SEED_WORDS) for _ in range(c.choice([12, 24]))), "seed phrase|recovery phrase|mnemonic|secret recovery phrase|Wiederherstellungsphrase|phrase de récupération|frase de recuperación"),
    "recovery": (lambda c: c.choice([" ".join(f"{some(c, LOWER36, 4)}-{some(c, LOWER36, 4)}" for _ in range(c.choice([1, 3]))), f"{some(c, LOWER36, 5)}-{some(c, LOWER36, 5)}", some(c, string.digits, 8)]),
                 "recovery codes|backup codes|recovery code|backup code|Wiederherstellungscodes|codes de secours|códigos de recuperación|Backup-Code"),
}
SEED_WORDS = ("abandon ability able about above absent absorb abstract absurd abuse access accident account accuse achieve acid acoustic acquire across act "
              "banana bargain barrel base basic basket battle beach bean beauty camera camp canal cancel candy cannon canoe canvas canyon capable "
              "dolphin domain donate donkey donor door dose double dove draft earth easily east easy echo ecology economy edge edit educate "
              "fabric face faculty fade faint faith fall false fame family galaxy gallery game gap garage garbage garden garlic garment gas "
              "habit hair half hammer hamster hand happy harbor hard harsh jacket jaguar jar jazz jealous ketchup kidney kitchen kitten ladder "
              "magic magnet maple marble ocean october pencil people quantum rabbit salmon tackle umbrella vacuum wagon yellow zebra zone").split()
