//! The words that say what stands beside them, in the languages of our users and their neighbours.

use super::words::{Hash, List, count, table};

/// What a word says of what stands near it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Topic {
    /// A telephone number follows.
    Phone,
    /// A number of a person follows: of a state, a tax office, a bank, a doctor.
    Id,
    /// A date of birth follows.
    Birth,
    /// The number of a version follows, which may look like an address.
    Version,
    /// A password follows.
    Password,
    /// A code for one sign-in follows, or stands before it.
    Code,
    /// A key or token follows.
    Key,
    /// A phrase or codes that open an account again follow.
    Recovery,
    /// A bank's number follows, which may look like a date.
    Bank,
    /// A postal address follows.
    Address,
    /// A street's name follows: `rue`.
    Street,
    /// A street's name stands before it: `Street`.
    Road,
    /// A number of something that is nobody's follows: an order, a ticket.
    Thing,
    /// A state that is told where a password could stand: `required`.
    State,
    /// An extension of a telephone follows.
    Extension,
    /// A key of some sort may follow.
    AnyKey,
}

/// How many topics there are.
pub(super) const TOPICS: usize = 16;

impl Topic {
    const ALL: [Topic; TOPICS] = [
        Topic::Phone,
        Topic::Id,
        Topic::Birth,
        Topic::Version,
        Topic::Password,
        Topic::Code,
        Topic::Key,
        Topic::Recovery,
        Topic::Bank,
        Topic::Address,
        Topic::Street,
        Topic::Road,
        Topic::Thing,
        Topic::State,
        Topic::Extension,
        Topic::AnyKey,
    ];
}

const WORDS: &[List] = &[
    (
        Topic::Phone as u8,
        "phone telephone tel tele mobile cell cellphone fax call calls calling reach dial sms text messages registered answering whatsapp \
         viber telegram signal desk landline hotline telefon telefonnummer telefonnr handy handynummer mobilnummer mobiltelefon mobil \
         rufnummer durchwahl festnetz fon ruf rueckruf ruckruf telefono movil celular cellulare fijo telefone telemovel telefoon \
         telefoonnummer mobiel gsm portable fixe telefonni telefonu cislo_telefonu komorka komorkowy puhelin puhelinnumero matkapuhelin \
         telefonszam mobiltelefonszam cep tlf telefonas telefons telefoni sdt dien_thoai thoai telpon telepon hp contact_number \
         phone_number contact_no phone_no mobile_no telefon_numarasi numer_telefonu numero_telefono simi puh \
         手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 手機 電話 電話番号 携帯 携帯電話 携帯番号 전화 전화번호 휴대폰 휴대전화 연락처 핸드폰 \
         телефон тел моб мобильный телефона номер_телефона факс τηλεφωνο τηλέφωνο τηλ κινητό هاتف الهاتف جوال موبايل תלפון טלפון נייד โทร โทรศัพท์ \
         เบอร์โทร มือถือ फ़ोन फोन मोबाइल दूरभाष",
    ),
    (
        Topic::Id as u8,
        "ssn social_security soc_sec nin nino ni_number national_insurance bsn sofinummer burgerservicenummer pesel cpf cnpj aadhaar aadhar uidai ^uid \
         passport passports passnummer pass_nr passeport pasaporte passaporto passaporte paspoort paspoortnummer paszport paszportu reisepass reisepassnummer \
         passi pasaport utlevel cestovni_pas taxpayer tax_id tax_number tax_identification tax_file tax_registration steuer_id steuernummer st_nr stnr \
         idnr steueridentifikationsnummer identifikationsnummer steuer_identifikationsnummer abgabenkontonummer sozialversicherungsnummer svnr sv_nummer \
         versichertennummer krankenversichertennummer rentenversicherungsnummer personalausweis personalausweisnummer ausweis ausweisnummer ausweisnr fuhrerschein \
         fuhrerscheinnummer kennzeichen glaubiger_id creditor_identifier ^ics driver_s drivers_license driver_license driving_licence driving_license licence_number \
         license_number licence_no license_no ^dl permis permis_de conduire patente conducir rijbewijs rijbewijsnummer prawo_jazdy prawa_jazdy \
         korkort korkortsnummer korekort forerkort ajokortti ehliyet ridicsky conducao cnh dni ^nif ^nie ^cif curp cuit cuil ^rut ^run ^nit ruc cedula \
         cedula_de dui clave_unica carne_de identidad identidade identite identita identification identificacion identification_number id_card identity_card identity_document \
         national_id id_number identity_number resident_registration rrn nric mykad kad_pengenalan nik ktp no_ktp induk_kependudukan npwp ^kk ^tin ^itin ^ein fein employer_identification ^sin \
         my_number business_number identifikacijski identyfikacji kennitolu insurance_number social_insurance ^nas nhs nhs_number utr unique_taxpayer ^ird ird_number ^tfn ^abn ^acn medicare medicare_number medical_record mrn patient_id patient_number \
         health_insurance ahv avs ahvn avs_nummer navs navs13 ahv_nummer numero_avs ^nir securite_sociale numero_fiscal identifiant_fiscal ^spi siren siret insee \
         sociale codice_fiscale c_f fiscale partita_iva p_iva piva vat vat_number vat_id vat_reg ust_idnr ust_id ustid uid_nummer tva btw btw_nummer momsnummer moms_nr mva \
         ^iva nif_iva ^nip regon numer_pesel dowod_osobisty dowodu dowod nr_dowodu identyfikacyjny cislo_pasu rodne_cislo rodne r_c ^rc ^ico ^dic obciansky birth_number personnummer \
         personal_number personal_identity personal_code pnr fodselsnummer fnr cpr cpr_nr cpr_nummer henkilotunnus hetu kennitala ^kt isikukood asmens_kodas \
         asmens personas_kods kods cnp cod_numeric numeric_personal egn oib jmbg emso osebna rijksregisternummer insz registre_national numero_national ^nn pps ppsn \
         pps_number amka afm t_c tckn tc_kimlik kimlik kimlik_no vergi_kimlik vkn teudat teudat_zehut cartao_de cidadao contribuinte ^cc contribuinte_fiscal \
         ^epic voter_id voter gstin gst_number ^gst ^pan pan_number pan_card cnic nadra kra_pin pin_number ^mst ma_so cmnd cccd can_cuoc hkid ^rif ^vin imei snils inn unp \
         rntrc edrpou plate number_plate license_plate licence_plate registration_number plaque immatriculation matricula targa kenteken kennzeichnung rejestracyjny \
         rejestracyjna nummerplade registreringsnummer rekisterinumero plaka spz rendszam identity_no id_no id_nr civil_id emirates_id iqama iqama_no \
         thai_id taiwan_id hong_kong kong_id numero_documento documento documento_de c_i d_n permanent_account insurance_policy policy_holder member_id \
         居民身份证 身份证 身份证号 身份证号码 公民身份号码 身份證 身分證 身分證字號 护照 护照号 护照号码 護照 驾驶证 驾驶证号 驾照 车牌 车牌号 车牌号码 マイナンバー 個人番号 パスポート 旅券番号 運転免許証 \
         免許証番号 免許証 登録番号 在留カード 주민등록번호 주민번호 여권 여권번호 운전면허 운전면허번호 외국인등록번호 차량번호 паспорт паспорта снилс инн огрн унп іпн рнокпп егн едн ідентифікаційний \
         удостоверение водительское госномер номер_паспорта αμκα αφμ ταυτότητα ταυτοτητα διαβατήριο الضريبي جواز الهوية الهوية_الوطنية رقم_الهوية שקות זהות דרכון ประชาชน \
         บัตรประชาชน หนังสือเดินทาง شناختی شناختی_کارڈ आधार पैन पासपोर्ट",
    ),
    (
        Topic::Birth as u8,
        "born birth birthday birthdate dob d_o o_b bday geboren geb geburtsdatum geburtstag gebdat nee ne_le nee_le naissance nacimiento nacido nacida nac \
         nacio nato nata nascita nascimento nascido nascida nasc geboorte geboortedatum urodzenia urodzony urodzona ur fodd fodelsedatum fodt fodselsdato fodselsdag syntynyt \
         syntymaaika syntymapaiva synt nar narozeni narozen narozena datum_narozeni narodenia dogum dogum_tarihi szuletett szuletesi szul nascut nasterii roden rojen rojstva rodjen \
         rodenja gimimo dzimis sunnikuupaev faddur sinh ngay_sinh tanggal_lahir lahir \
         生年月日 誕生日 出生日期 出生年月 出生 生日 생년월일 생일 출생 рождения родился родилась рожд народження γέννησης γεννήθηκε γεννησης الميلاد مواليد לידה วันเกิด जन्म जन्मतिथि",
    ),
    (
        Topic::Version as u8,
        "version release build v ver windows firmware chrome firefox safari android ios macos kernel driver release_candidate",
    ),
    (
        Topic::Password as u8,
        "password passwords passwd passcode passphrase pwd pw pass_phrase passwort kennwort losung losungswort passe mot_de de_passe motdepasse contrasena contrasenya clave clave_de \
         senha parola wachtwoord haslo heslo losenord losen adgangskode passord salasana sifre sifreniz jelszo lozinka geslo slaptazodis parole parool \
         密码 密碼 口令 パスワード 暗証番号 비밀번호 пароль Пароль паролю κωδικός المرور סיסמה รหัสผ่าน mat_khau kata_sandi sandi पासवर्ड",
    ),
    (
        Topic::Code as u8,
        "otp enter_passcode ^pin ^tan verification_code security_code login_code access_code sign_in auth_code authentication_code one_time time_code time_password your_code confirmation_code \
         activation_code sms_code einmalcode sicherheitscode bestatigungscode verifizierungscode anmeldecode zugangscode dein_code ihr_code einmalkennwort einmalpasswort mtan freischaltcode \
         de_verification de_securite de_confirmation votre_code code_unique de_verificacion de_seguridad su_codigo tu_codigo de_verificacao de_seguranca seu_codigo di_verifica tuo_codice di_sicurezza \
         verificatiecode beveiligingscode inlogcode kod_weryfikacyjny weryfikacyjny twoj_kod kod_sms kod_autoryzacyjny verifieringskod engangskod sakerhetskod din_kod din_kode engangskode bekreftelseskode \
         vahvistuskoodi kertakayttokoodi overovaci overovaci_kod dogrulama dogrulama_kodu dogrulama_kodunuz kodunuz onay_kodu 2fa 2fa_code fa_code mfa mfa_code \
         验证码 驗證碼 校验码 動態密碼 认证码 認証コード 確認コード 認証番号 ワンタイムパスワード 인증번호 인증코드 확인코드 код_подтверждения код_доступа проверочный_код подтверждения одноразовый рمز_التحقق التحقق קוד_אימות รหัสยืนยัน",
    ),
    (
        Topic::Key as u8,
        "api_key apikey key_api access_key secret_key client_secret secret access_token auth_token bearer token api_token api_schlussel cle_api clave_api chiave_api totp totp_secret setup_key \
         authenticator_key 2fa_secret authenticator_schlussel de_configuration de_configuracion private_key signing_key encryption_key webhook_secret authorization",
    ),
    (Topic::AnyKey as u8, "key keys schlussel cle chiave credential credentials"),
    (
        Topic::Recovery as u8,
        "seed_phrase recovery_phrase secret_phrase backup_phrase mnemonic mnemonic_phrase wiederherstellungsphrase wiederherstellungscodes wiederherstellungscode backup_codes backup_code backupcode \
         recovery_code recovery_codes de_recuperation de_recuperacion de_secours di_recupero de_recuperacao herstelcode herstelcodes reservecodes kody_zapasowe seed_words recovery_words scratch_codes",
    ),
    (
        Topic::Bank as u8,
        "sort_code sortcode routing routing_number ^aba ^rtn bank_account account_number account_no acct acct_no kontonummer kontonr konto_nr blz bankleitzahl numero_de_compte de_compte numero_compte de_cuenta numero_cuenta di_conto \
         numero_conto rekeningnummer numero_rachunku numer_konta nr_konta cislo_uctu kontonumero conta_corrente conta agencia iban bic_account cbu clabe ifsc bsb bsb_number 口座番号 账号 银行账号 银行账户 帳號 계좌번호 счет счета номер_счета",
    ),
    (
        Topic::Address as u8,
        "address street_address home_address billing_address shipping_address postal_address residence lives_at living_at adresse anschrift lieferadresse rechnungsadresse wohnhaft wohnort strasse \
         domicile domicilio direccion indirizzo residenza residente endereco morada adres adresu adresse_postale adress bostadsadress osoite adresa bydliste ulice lakcim cim \
         住所 地址 详细地址 収货地址 收货地址 주소 адрес διεύθυνση العنوان כתובת ที่อยู่ dia_chi alamat",
    ),
    (
        Topic::Street as u8,
        "rue avenue boulevard bd chemin impasse quai allee calle c avenida avda av paseo plaza carrer via viale corso piazza vicolo largo rua travessa praca ul ulica al aleja os улица ул проспект пр переулок",
    ),
    (
        Topic::Road as u8,
        "street st ave road rd lane ln blvd drive dr court ct terrace crescent highway parkway pkwy close square sq sokak sok caddesi cad cd bulvari mahallesi",
    ),
    (
        Topic::Thing as u8,
        "order orders invoice ticket case shipment tracking tracking_number sku part part_no art_nr artikel article item product lot batch serial s_n p_n po sales_order bestellung bestellnummer bestellnr auftrag \
         auftragsnummer rechnung rechnungsnummer rechnungsnr vorgang vorgangsnummer sendungsnummer sendung kundennummer commande facture colis pedido factura envio ordine fattura spedizione zamowienie zamowienia faktura \
         bestelling factuur ordre objednavka tilaus siparis fatura 订单 订单号 订单编号 发票 注文 注文番号 請求書 주문 주문번호 заказ заказа счет_фактура isbn issn ean upc gtin cas doi rfc_no page pages pp chapter section \
         article_no error error_code pin_code zip zip_code postal postal_code postcode plz code_postal status status_code exit exit_code http product_code discount_code country_code commit sha sha1 sha256 md5 checksum hash digest etag revision \
         timestamp unix epoch flight step steps pid issue bug request req inc",
    ),
    (
        Topic::State as u8,
        "ip_address mac_address email_address mail_address wallet_address web_address required optional weak strong medium show hide change changed reset forgot forgotten invalid incorrect wrong missing none null true false undefined hidden expired confirm update edit set unset empty yes no \
         enabled disabled never unchanged save cancel erforderlich pflichtfeld vergessen andern anzeigen zeigen schwach stark requis obligatoire oublie faible fort obligatorio olvidada debil fuerte richiesto obbligatorio",
    ),
    (
        Topic::Extension as u8,
        "ext extension extn x dw nst nebenstelle klappe poste anexo ramal int interno extension_no toestel wew wewnetrzny linje anknytning lokal klapka dahili доб добавочный 内线 分机 內線 内線 분机 내선 ต่อ",
    ),
];

/// The words' hashes.
static TABLE: [u32; count(WORDS)] = table(WORDS);

/// What a word says.
pub(super) fn topic(word: Hash) -> Option<Topic> {
    Topic::ALL.get(usize::from(word.meaning(&TABLE)?)).copied()
}

/// What may stand between a telephone number and its extension.
pub(super) const EXTENSIONS: &[Topic] = &[Topic::Extension, Topic::Phone];

/// True where the word, in small letters or not, says one of these.
pub(super) fn says(signs: impl Iterator<Item = u32>, topics: &[Topic]) -> bool {
    let hash = signs.fold(Hash::new(), |hash, sign| hash.with(small(sign)));
    topic(hash).is_some_and(|topic| topics.contains(&topic))
}

/// The small letter of a Latin, Greek or Cyrillic one.
pub(super) fn small(sign: u32) -> u32 {
    match sign {
        0x41..=0x5A | 0x391..=0x3A9 | 0x410..=0x42F => sign + 0x20,
        0x400..=0x40F => sign + 0x50,
        _ => sign,
    }
}
