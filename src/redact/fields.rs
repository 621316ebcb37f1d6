//! Fields whose value is never recorded, whatever it looks like: by type, autocomplete token and words of their names.

use super::detect::{Hash, List, count, table};
use super::terms::plain;
use super::{EntityType, Raw};

/// `type` of an input and what its value is.
const TYPES: &[(&str, EntityType)] = &[
    ("password", EntityType::Password),
    ("hidden", EntityType::Secret),
    ("email", EntityType::Email),
    ("tel", EntityType::Phone),
];

/// Autocomplete tokens (HTML, "autofill detail tokens") whose fields are private.
const AUTOCOMPLETE: &[(&str, EntityType)] = &[
    ("cc-number", EntityType::Card),
    ("cc-csc", EntityType::Secret),
    ("cc-exp", EntityType::Secret),
    ("cc-exp-month", EntityType::Secret),
    ("cc-exp-year", EntityType::Secret),
    ("cc-name", EntityType::Secret),
    ("cc-given-name", EntityType::Secret),
    ("cc-additional-name", EntityType::Secret),
    ("cc-family-name", EntityType::Secret),
    ("current-password", EntityType::Password),
    ("new-password", EntityType::Password),
    ("one-time-code", EntityType::Secret),
    ("email", EntityType::Email),
    ("tel", EntityType::Phone),
    ("tel-national", EntityType::Phone),
    ("tel-local", EntityType::Phone),
    ("tel-area-code", EntityType::Phone),
    ("tel-extension", EntityType::Phone),
    ("bday", EntityType::Birth),
    ("bday-day", EntityType::Birth),
    ("bday-month", EntityType::Birth),
    ("bday-year", EntityType::Birth),
];

/// Words that make a field private when its name, id or label holds them whole; `_` joins neighbours.
const WORDS: &[List] = &[(
    0,
    "password passcode passwd passphrase pass_phrase pwd pin cvv cvv2 cvc csc otp ssn social_security passport iban routing account_number \
     account_no accountnumber sort_code sortcode tax_id taxid token secret api_key apikey card_number cardnumber security_code one_time_code \
     verification_code date_of_birth dob maiden_name maidenname memorable_word memorable_place memorable_date memorable_name memorable_information \
     security_answer security_question answer_to_security seed_phrase recovery_phrase recovery_code backup_code national_insurance \
     passwort kennwort geheimzahl geheimnummer tan kontonummer kartennummer kreditkartennummer prufziffer prufnummer steuernummer steuer_id \
     sozialversicherungsnummer ausweisnummer reisepass geburtsdatum bankleitzahl blz sicherheitsfrage sicherheitsantwort geheime_antwort geheimfrage \
     madchenname geburtsname_der_mutter merkwort losungswort codewort \
     mot_de_passe motdepasse phrase_de_passe phrase_secrete code_secret cryptogramme numero_de_carte numero_de_compte numero_de_securite_sociale \
     date_de_naissance question_secrete question_de_securite reponse_secrete reponse_de_securite mot_memorable nom_de_jeune_fille code_guichet \
     contrasena clave frase_de_contrasena frase_secreta palabra_memorable palabra_secreta numero_de_tarjeta numero_de_cuenta codigo_de_seguridad \
     fecha_de_nacimiento pregunta_secreta pregunta_de_seguridad respuesta_secreta respuesta_de_seguridad apellido_de_soltera nombre_de_soltera \
     codigo_de_sucursal senha numero_do_cartao data_de_nascimento palavra_memoravel palavra_secreta pergunta_secreta pergunta_de_seguranca \
     resposta_secreta resposta_de_seguranca nome_de_solteira codigo_da_agencia \
     codice_fiscale numero_di_carta numero_di_conto data_di_nascita frase_segreta parola_segreta parola_memorabile domanda_segreta domanda_di_sicurezza \
     risposta_segreta risposta_di_sicurezza cognome_da_nubile cognome_della_madre codice_abi \
     wachtwoord wachtwoordzin wachtzin beveiligingsvraag beveiligingsantwoord geheime_vraag geheim_antwoord gedenkwaardig_woord meisjesnaam \
     haslo fraza_hasla pytanie_pomocnicze pytanie_zabezpieczajace odpowiedz_zabezpieczajaca tajna_odpowiedz nazwisko_panienskie slowo_klucz kod_sortujacy \
     heslo bezpecnostni_otazka bezpecnostni_odpoved kontrolni_otazka rozene_prijmeni za_svobodna kod_banky \
     sifre parola gizli_soru gizli_cevap guvenlik_sorusu guvenlik_cevabi guvenlik_yaniti kizlik_soyadi \
     losenord losenfras sakerhetsfraga sakerhetssvar hemlig_fraga flicknamn clearingnummer \
     adgangskode sikkerhedssporgsmal sikkerhedssvar pigenavn passord sikkerhetssporsmal sikkerhetssvar pikenavn \
     salasana tunnuslause turvakysymys turvavastaus tyttonimi jelszo biztonsagi_kerdes biztonsagi_valasz leanykori",
)];

/// Their hashes.
static TABLE: [u32; count(WORDS)] = table(WORDS);
/// Most words of one entry.
const LONGEST: usize = 5;

/// The same in scripts that put no spaces between words, or that are not folded to small letters: without the first.
const PIECES: &[&str] = &[
    "パスワード",
    "暗証番号",
    "口座番号",
    "カード番号",
    "秘密の質問",
    "秘密の答え",
    "合言葉",
    "旧姓",
    "支店番号",
    "支店コード",
    "密码",
    "密碼",
    "卡号",
    "安全问题",
    "密保",
    "母亲的姓",
    "助记词",
    "비밀번호",
    "보안질문",
    "보안 질문",
    "비밀 질문",
    "보안 답변",
    "어머니",
    "ароль",
    "екретный вопрос",
    "онтрольный вопрос",
    "екретный ответ",
    "твет на вопрос",
    "евичья фамилия",
    "одовое слово",
    "одовая фраза",
];

/// What is known of a field when its value is to be judged.
#[derive(Default)]
pub struct Field {
    /// The `type` attribute.
    pub kind: Option<Raw>,
    /// The `autocomplete` attribute.
    pub autocomplete: Option<Raw>,
    /// `name`, `id`, the label and whatever else names it.
    pub names: Vec<Raw>,
    /// It was a password field before, or is one now.
    pub was_password: bool,
}

/// The entity type of a field whose value is never recorded, or `None` where its text decides.
#[must_use]
pub fn secret(field: &Field) -> Option<EntityType> {
    if field.was_password {
        return Some(EntityType::Password);
    }
    let by = |table: &[(&str, EntityType)], text: &Option<Raw>| {
        let text = text.as_ref()?;
        table.iter().find(|(word, _)| text.has_token(word)).map(|&(_, entity_type)| entity_type)
    };
    by(TYPES, &field.kind)
        .or_else(|| by(AUTOCOMPLETE, &field.autocomplete))
        .or_else(|| field.names.iter().any(names_a_secret).then_some(EntityType::Secret))
}

/// True where the text holds one of [`WORDS`] whole; `camelCase`, `snake_case` and `kebab-case` are words too.
fn names_a_secret(name: &Raw) -> bool {
    let name = name.expose();
    let spaced = words(name);
    let mut rest = spaced.split_ascii_whitespace();
    while rest.clone().next().is_some() {
        let mut hash = Hash::new();
        for (place, word) in rest.clone().take(LONGEST).enumerate() {
            hash = if place > 0 { hash.joined() } else { hash };
            hash = word.bytes().fold(hash, |hash, letter| hash.with(letter.into()));
            if hash.meaning(&TABLE).is_some() {
                return true;
            }
        }
        rest.next();
    }
    PIECES.iter().any(|piece| name.as_bytes().windows(piece.len()).any(|at| at == piece.as_bytes()))
}

/// The words of `text` in lower case and without accents, each between single spaces, one at each end.
fn words(text: &str) -> String {
    let mut out = String::from(" ");
    let mut last_lower = false;
    for c in text.chars() {
        let Some(letter) = plain(c) else { continue };
        if !letter.is_ascii_alphanumeric() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
            last_lower = false;
            continue;
        }
        let large = c.is_ascii_uppercase();
        if large && last_lower {
            out.push(' ');
        }
        last_lower = !large;
        out.push(letter);
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
}
