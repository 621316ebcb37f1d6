//! Whatever a page or a person writes, it is data in every export: read, and run, by those who take the files.

use overt::export::write;
use overt::format::Format;
use overt::redact::{Terms, own_words};
use overt::trace::{Header, Step};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{LazyLock, Mutex};

/// Node with the parsers of the formats; it ends with this process, whose pipe it reads.
struct Consumer {
    _process: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

static CONSUMER: LazyLock<Mutex<Consumer>> = LazyLock::new(|| {
    let mut process = Command::new("node")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/consumer.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node runs");
    let input = process.stdin.take().expect("a pipe");
    let output = BufReader::new(process.stdout.take().expect("a pipe"));
    Mutex::new(Consumer { _process: process, input, output })
});

/// What the consumers find wrong; empty where nothing is.
fn consumed(case: &Value) -> String {
    let mut consumer = CONSUMER.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    writeln!(consumer.input, "{case}").expect("node listens");
    let mut answer = String::new();
    consumer.output.read_line(&mut answer).expect("node answers");
    assert!(answer.ends_with('\n'), "node has ended: is tests/node_modules there? ./build.sh makes it");
    answer.trim().to_owned()
}

/// Text made of what has a meaning in some language of the files.
fn hostile() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "\"",
        "'",
        "`",
        "\\",
        "${1}",
        "${process.exit()}",
        "$",
        "{",
        "}",
        "*/",
        "//",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\0",
        "\u{85}",
        "\u{2028}",
        "\u{2029}",
        "\u{202e}",
        "\u{2066}",
        "\u{200f}",
        "\u{feff}",
        "</script>",
        "<!--",
        "]]>",
        "=1+1",
        "@SUM(A1)",
        "+1",
        "-1",
        ",",
        ";",
        "<AWS_SECRET_ACCESS_KEY>",
        "<1>",
        "<KEY_1>",
        "<EMAIL>",
        "<PATH>",
        "\\u0022",
        "\\x22",
        "%0a",
        "&quot;",
        "\u{1f337}",
        "e\u{301}",
    ]);
    prop::collection::vec(
        prop_oneof![3 => signs.prop_map(str::to_owned), 1 => "\\PC{1,3}", 1 => any::<char>().prop_map(String::from)],
        0..6,
    )
    .prop_map(|parts| parts.concat())
}

fn target(role: &str, name: &str, selector: &str) -> Value {
    json!({ "role": role, "name": name, "tag": "input", "selectors": [[selector]], "box": [0, 0, 1, 1] })
}

fn step(time: u64, url: &str, action: &Value, target: Option<Value>) -> Step {
    let mut step = json!({ "seq": 0, "time": time, "url": url, "action": action });
    if let Some(target) = target {
        step["target"] = target;
    }
    serde_json::from_value(step).expect("a step of the schema")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]
    #[test]
    fn whatever_stands_in_a_text_is_data_in_every_export(
        goal in hostile(), path in hostile(), name in hostile(), value in hostile(), css in hostile(),
        chosen in prop::collection::vec(hostile(), 1..3), text in hostile(),
    ) {
        let url = format!("https://erp.example.com/{path}");
        let next = format!("https://erp.example.com/next/{path}");
        // A name with these makes no selector; a line end parts the chosen options; css is told from the other kinds by its start.
        let name = name.replace(['[', ']', '"', '\\'], "");
        let chosen: Vec<String> = chosen.iter().map(|one| one.replace('\n', "")).collect();
        let css = format!("#{css}");
        let header: Header = serde_json::from_value(json!({
            "version": 2, "session": "5f0c", "goal": goal, "started": "2026-11-24T00:00:00Z", "maskingLevel": "open",
            "environment": { "recorder": "overt", "browser": "Chromium 156", "language": "en",
                "viewport": { "width": 1280, "height": 800 } },
        })).expect("a header of the schema");
        let steps = vec![
            step(1, &url, &json!({ "type": "navigate", "via": "load" }), None),
            step(2, &url, &json!({ "type": "change", "field": "text", "value": value }),
                Some(target("textbox", &name, &format!("aria/{name}[role=\"textbox\"]")))),
            step(3, &url, &json!({ "type": "change", "field": "select", "value": chosen.join("\n") }), Some(target("combobox", "", &css))),
            step(4, &url, &json!({ "type": "click", "offsetX": 1, "offsetY": 1 }), Some(target("link", "", &format!("text/{text}")))),
            step(5, &next, &json!({ "type": "navigate", "via": "history" }), None),
        ];
        let masked = own_words(&goal, &Terms::default());
        let title = if masked.is_empty() { "Recorded with Overt" } else { masked.as_str() };
        let file = |format| write(format, header.clone(), steps.clone(), Vec::new(), &Terms::default());
        let case = json!({
            "trace": file(Format::Trace), "flow": file(Format::UserFlow), "source": file(Format::Playwright),
            "meant": { "title": title, "url": url, "name": name, "value": value, "css": css, "chosen": chosen, "text": text, "next": next },
        });
        prop_assert_eq!(consumed(&case), "");
    }
}
