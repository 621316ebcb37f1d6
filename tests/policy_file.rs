//! The policy file tool: what it says, what it refuses, what it writes.

use overt::policy::{Policy, check, explain, forms};
use std::process::{Command, Output};
use std::{env, fs};

const GOOD: &str = r#"{
  "version": 1,
  "organisation": "Northwind",
  "contact": "it@northwind.example",
  "sites": [
    "https://erp.northwind.example/invoices/*",
    "*.crm.northwind.example"
  ],
  "never": ["erp.northwind.example/staff"],
  "packs": { "payroll": ["hr.northwind.example"] },
  "maskingLevel": "values",
  "retentionDays": 30,
  "exports": ["trace", "userFlow"],
  "consent": "I record my own work.\nI can stop at any time."
}
"#;

#[test]
fn a_good_policy_is_explained_in_words() {
    let view = check(GOOD).expect("the policy is good");
    let expected = "\
The policy of Northwind only narrows what an employee may switch on: it starts and hides nothing.
These sites may be switched on, by the employee alone:
  https://erp.northwind.example/invoices/*
  https://*.crm.northwind.example/*
Of these nothing is ever recorded:
  *://erp.northwind.example:*/staff/*
These packs hold in any case:
  banking: 241 hosts with all below them
  payroll: 122 hosts with all below them, and yours: *://hr.northwind.example:*/*
  health: 150 hosts with all below them
  webmail: 102 hosts with all below them
  identity: 145 hosts with all below them
Everything typed is masked, whatever the employee chooses.
A session is deleted after 30 days.
It may be exported as: trace, userFlow.
Before the first recording the employee must agree to:
  I record my own work.
  I can stop at any time.
Version 1, hash HASH: where it holds, the extension's settings show the same.
Employees ask: it@northwind.example
";
    assert_eq!(explain(&view), expected.replace("HASH", &view.hash.clone().expect("a policy with entries has one")));
}

#[test]
fn each_mistake_has_its_line() {
    let lines =
        |text: &str| -> Vec<String> { check(text).expect_err("a mistake").iter().map(ToString::to_string).collect() };
    assert_eq!(
        lines(&GOOD.replace("*.crm.northwind.example", "*.co.uk").replace("\"trace\",", "\"xml\",")),
        [
            "line 7: sites[1] \"*.co.uk\": co.uk is a suffix under which anybody can have a site: name a host of your own",
            "line 13: exports[0]: expected one of trace, userFlow, playwright",
        ]
    );
    assert_eq!(
        lines(&GOOD.replace("\"maskingLevel\"", "\"maskingLevels\"").replace("\"payroll\"", "\"pay\"")),
        [
            "line 11: maskingLevels: this key is not known",
            "line 10: packs.pay: expected one of banking, payroll, health, webmail, identity"
        ]
    );
    assert_eq!(
        lines(&GOOD.replace("\"maskingLevel\": \"values\"", "\"never\": []")),
        ["line 11: never: this key stands twice"]
    );
    assert_eq!(
        lines("{\n  \"version\": 1,\n  \"sites\": [\n"),
        ["line 4: policy: expected JSON, found a mistake in line 4, column 0"]
    );
    assert_eq!(lines("{}"), ["line 1: policy: expected entries, as in {\"version\": 1, \"sites\": []}, found none"]);
    assert_eq!(lines("{\"version\": 1}"), ["line 1: sites: this key is missing"]);
}

#[test]
fn each_form_holds_the_whole_policy_with_its_entries_counted() {
    let id = "abcdefghijklmnopabcdefghijklmnop";
    let forms = forms(GOOD, id).expect("the policy is good");
    let json = |name: &str| -> serde_json::Value {
        let form = forms.iter().find(|form| form.name == name).expect("the form is written");
        serde_json::from_str(&form.text).expect("the form is JSON")
    };
    let chromium = &json("chromium-managed.json")["3rdparty"]["extensions"][id];
    let firefox = &json("policies.json")["policies"]["3rdparty"]["Extensions"]["overt@overt.example"];
    assert_eq!(chromium, firefox);
    assert_eq!(chromium["entries"], 11);
    assert!(Policy::read(&chromium.to_string()).decide("https://erp.northwind.example/invoices/7").allowed);
    let console = json("chrome-admin-console.json");
    assert!(chromium.as_object().expect("an object").iter().all(|(key, value)| console[key]["Value"] == *value));
}

#[test]
fn the_registry_form_is_as_windows_reads_it() {
    let policy = r#"{"version": 1, "sites": ["a.example", "b.example"], "http": false, "contact": "\"IT\" \\ desk"}"#;
    let all = forms(policy, "ID").expect("the policy is good");
    let chrome = all.iter().find(|form| form.name == "chrome.reg").expect("the form is written");
    let key = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\ID\\policy";
    let expected = format!(
        "Windows Registry Editor Version 5.00\n\n[-{key}]\n\n[{key}]\n\"contact\"=\"\\\"IT\\\" \\\\ desk\"\n\
         \"entries\"=dword:00000005\n\"http\"=dword:00000000\n\"version\"=dword:00000001\n\n\
         [-{key}\\sites]\n\n[{key}\\sites]\n\"1\"=\"a.example\"\n\"2\"=\"b.example\"\n"
    );
    assert_eq!(chrome.text.replace("\r\n", "\n"), expected);
    assert!(!chrome.text.replace("\r\n", "").contains('\n'), "each line ends as Windows wants it");
}

fn overt(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_overt")).args(args).output().expect("the tool runs")
}

#[test]
fn the_tool_refuses_a_bad_policy_and_writes_a_good_one() {
    let folder = env::temp_dir().join(format!("overt-policy-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder of our own");
    let file = |name: &str| folder.join(name).to_str().expect("a plain path").to_owned();
    let (good, bad, out) = (file("good.json"), file("bad.json"), file("out"));
    fs::write(&good, GOOD).expect("written");
    fs::write(&bad, GOOD.replace("*.crm.northwind.example", "*")).expect("written");

    let refused = overt(&["policy", "check", &bad]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        said.ends_with("bad.json: line 7: sites[1] \"*\": a pattern for every site is not taken: name hosts\n"),
        "{said}"
    );
    assert_eq!(overt(&["policy", "write", &bad, &out]).status.code(), Some(1));
    assert!(!fs::exists(&out).expect("asked"), "nothing is written of a bad policy");
    assert_eq!(overt(&["policy", "write", &good, &out, "--chrome-id", "x"]).status.code(), Some(1));

    assert!(overt(&["policy", "check", &good]).stdout.starts_with(b"The policy of Northwind"));
    assert!(overt(&["policy", "write", &good, &out]).status.success());
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 5);
    assert_eq!(overt(&["policy"]).status.code(), Some(1));
    fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn help_goes_to_the_standard_output_and_names_what_a_command_takes() {
    for (args, wanted) in [
        (["help"].as_slice(), ["overt policy check <FILE>", "overt policy write [OPTIONS] <FILE> <FOLDER>"]),
        (&["policy", "write", "--help"], ["<FOLDER>", "--chrome-id <ID>"]),
    ] {
        let help = overt(args);
        let said = String::from_utf8_lossy(&help.stdout).into_owned();
        assert_eq!(help.status.code(), Some(0), "{args:?}");
        assert!(wanted.iter().all(|words| said.contains(words)), "{said}");
    }
}

#[test]
fn what_the_tool_does_not_know_is_a_failure_that_says_how_it_is_used() {
    for args in [[].as_slice(), &["policy"], &["policy", "check"], &["other"]] {
        let refused = overt(args);
        assert_eq!(refused.status.code(), Some(1), "{args:?}");
        assert!(refused.stdout.is_empty(), "{args:?}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("Usage: overt"), "{args:?}");
    }
}

fn tool(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_overt")).args(args).output().expect("the tool starts")
}

fn said(output: &[u8]) -> String {
    String::from_utf8(output.to_vec()).expect("the tool writes UTF-8")
}

/// The entry in the pages of the browser tests is what the tool makes; `OVERT_WRITE_STRINGS=1` writes it anew.
#[test]
fn strings_of_an_interface_become_an_entry_that_a_policy_takes() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/site-strings");
    let file = format!("{folder}/en.json");
    let made = tool(&["policy", "strings", &file, "--site", "http://127.0.0.1:*"]);
    assert!(made.status.success(), "{}", said(&made.stderr));
    assert_eq!(said(&made.stderr), "8 strings, 7 hashes\n");
    let entry = said(&made.stdout);
    if env::var_os("OVERT_WRITE_STRINGS").is_some() {
        fs::write(format!("{folder}/entry.json"), &entry).expect("the folder can be written");
    }
    assert_eq!(fs::read_to_string(format!("{folder}/entry.json")).expect("the entry is there"), entry);
    let twice = tool(&["policy", "strings", "--site", "http://127.0.0.1:*", &file, &file]);
    assert_eq!(said(&twice.stdout), entry, "the same strings once more");

    let mut policy: serde_json::Value = serde_json::from_str(&entry).expect("the entry is JSON");
    policy["version"] = 1.into();
    policy["sites"] = ["http://127.0.0.1:*"].as_slice().into();
    let view = check(&policy.to_string()).expect("the policy takes it");
    assert_eq!(
        view.strings.iter().map(|one| (one.site.as_str(), one.count)).collect::<Vec<_>>(),
        [("http://127.0.0.1:*/*", 7)]
    );
    assert!(explain(&view).contains(
        "At the masking level structure texts of the site's own are kept, though they stand where data does:
  http://127.0.0.1:*/*: 7 hashes of strings\n"
    ));
    for form in forms(&policy.to_string(), "x").expect("the policy is good") {
        assert!(form.text.contains(policy["strings"]["http://127.0.0.1:*"].as_str().expect("a text")), "{}", form.name);
    }
}

#[test]
fn without_a_site_the_entry_has_a_place_for_it() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/site-strings/en.json");
    let made = tool(&["policy", "strings", file]);
    assert!(said(&made.stdout).starts_with("{\n  \"strings\": {\n    \"SITE\": \""), "{}", said(&made.stdout));
    assert!(said(&made.stderr).ends_with("Put the site in place of SITE, or give it with --site.\n"));
}

#[test]
fn where_one_file_is_wrong_each_mistake_is_told_and_no_entry_is_made() {
    let folder = env::temp_dir().join(format!("overt-strings-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).expect("the folder can be written");
        path.to_string_lossy().into_owned()
    };
    let (good, po, txt) =
        (write("a.json", "{\"a\": \"Save all\"}"), write("b.po", "msgid \"a\nMaria"), write("c.txt", "x"));
    let made = tool(&["policy", "strings", &good, &po, &txt]);
    assert_eq!((made.status.code(), said(&made.stdout)), (Some(1), String::new()));
    assert_eq!(
        said(&made.stderr),
        format!(
            "{po}: line 1: expected a text in quotes\n{txt}: expected a file that ends in .json, .arb, .po, .pot, .xlf, .xliff or .properties\n"
        )
    );
    let made = tool(&["policy", "strings", &good, "--site", "https://x.example/app/*"]);
    assert_eq!(said(&made.stdout), "");
    assert_eq!(said(&made.stderr), "strings.https://x.example/app/*: expected a whole site, without a path\n");
    let many: Vec<String> = (0..51_000).map(|n| format!("\"{n} and word{n}x\"")).collect();
    let many = write("many.json", &format!("[{}]", many.join(",")));
    let made = tool(&["policy", "strings", &many]);
    assert_eq!(
        (said(&made.stdout), said(&made.stderr)),
        (String::new(), "strings: expected at most 50,000 hashes in all\n".to_owned())
    );
    fs::remove_dir_all(&folder).expect("the folder can be removed");
}

#[test]
fn a_mistake_in_the_strings_is_told_with_its_line() {
    let with =
        |strings: &str| GOOD.replace("\"retentionDays\"", &format!("\"strings\": {strings},\n  \"retentionDays\""));
    let lines = |strings: &str| -> Vec<String> {
        check(&with(strings)).expect_err("a mistake").iter().map(ToString::to_string).collect()
    };
    assert!(check(&with("{}")).is_ok() && check(&with("{\"erp.northwind.example\": \"\"}")).is_ok());
    assert_eq!(lines("[]"), ["line 12: strings: expected an object of texts, one for each site"]);
    let made = "strings.erp.northwind.example: expected a text that overt policy strings made";
    for wrong in ["5", "\"Save all\"", "\"abc\"", "\"zzzzzzzz--------\"", "\"--------\\u00e9\"", "[\"--------\"]"] {
        assert_eq!(lines(&format!("{{\n\"erp.northwind.example\": {wrong}}}")), [format!("line 13: {made}")]);
    }
    assert_eq!(
        lines("{\"*.com\": \"\", \"x.example/a\": \"\", \"http://x.example\": \"\"}"),
        [
            "line 12: strings.*.com: com is a suffix under which anybody can have a site: name a host of your own",
            "line 12: strings.http://x.example: http is not encrypted: write https, or set \"http\" to true",
            "line 12: strings.x.example/a: expected a whole site, without a path",
        ]
    );
}
