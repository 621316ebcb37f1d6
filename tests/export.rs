//! A session as a trace file and back, and as a UserFlow.

use overt::export::{
    Trace, observed_without_terms, phrase, playwright, read_trace, search, sentence, user_flow, without_terms, write,
    write_trace,
};
use overt::format::Format;
use overt::redact::Terms;
use overt::trace::{Header, Observation, Step};
use serde_json::{Value, json};

fn header() -> Header {
    serde_json::from_value(json!({
        "version": 2, "session": "5f0c", "goal": "Approve invoice of ann@example.com", "outcome": "done",
        "started": "2026-11-24T00:00:00Z", "maskingLevel": "values",
        "environment": { "recorder": "overt 0.1.0", "browser": "Chromium 156", "language": "en",
            "viewport": { "width": 1280, "height": 800 } },
    }))
    .expect("a header of the schema")
}

fn step(time: u64, action: Value) -> Step {
    serde_json::from_value(json!({
        "seq": 0, "time": time, "url": "https://erp.example.com/pay", "action": action,
        "target": { "role": "button", "name": "Approve", "tag": "button",
            "selectors": [["aria/Approve[role=\"button\"]"], ["#ok"]], "box": [0, 0, 80, 20] },
        "masked": { "email": 1 },
    }))
    .expect("a step of the schema")
}

fn page_step(time: u64, action: Value) -> Step {
    Step { target: None, ..step(time, action) }
}

/// A step that was taken in a page that the store knows under this id.
fn taken_in(id: &str, reference: &str, step: Step) -> Step {
    let reference = serde_json::from_value(json!({ "id": id, "ref": reference })).expect("a reference of the schema");
    Step { observation: Some(reference), ..step }
}

fn observations() -> Vec<Observation> {
    serde_json::from_value(json!([
        { "id": "a1", "text": "- button \"Approve\" [ref=e1]", "masked": { "email": 2 } },
        { "id": "never-used", "text": "- main [ref=e1]" },
    ]))
    .expect("observations of the schema")
}

fn steps() -> Vec<Step> {
    let press = step(30, json!({ "type": "keyDown", "key": "s", "modifiers": ["Control"] }));
    let click = step(20, json!({ "type": "click", "button": "primary", "offsetX": 5, "offsetY": 6 }));
    vec![
        taken_in("a1", "e1", press),
        page_step(10, json!({ "type": "navigate", "via": "load" })),
        taken_in("a1", "e1", click),
        page_step(40, json!({ "type": "navigate", "via": "load" })),
    ]
}

/// The golden trace of today's version. Those of earlier versions, which every later version must read, are never written anew.
const GOLDEN: &str = include_str!("golden/v2.trace.jsonl");

#[test]
fn a_trace_is_written_as_the_golden_one() {
    let written = write_trace(header(), steps(), observations());
    if std::env::var_os("OVERT_WRITE_GOLDEN").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/v2.trace.jsonl"), &written)
            .expect("writable");
    }
    assert_eq!(written, GOLDEN);
}

#[test]
fn a_trace_reads_back_in_order_with_its_counts() {
    let Trace { header, observations, steps, footer } = read_trace(GOLDEN).expect("the golden trace is whole");
    assert_eq!(header.goal.as_str(), "Approve invoice of <EMAIL>");
    assert_eq!(
        steps.iter().map(|step| (step.seq, step.time)).collect::<Vec<_>>(),
        [(0, 10), (1, 20), (2, 30), (3, 40)]
    );
    let seen: Vec<_> =
        steps.iter().filter_map(|step| step.observation.as_ref()).map(|reference| &reference.id).collect();
    assert_eq!(observations.iter().map(|one| &one.id).collect::<Vec<_>>(), [seen[0]]);
    assert_eq!(seen[0], seen[1]);
    assert_eq!((footer.steps, footer.masked.total()), (4, 6));
}

#[test]
fn a_trace_of_version_1_is_read_as_one_of_version_2() {
    for (old, new) in [
        (include_str!("golden/v1.trace.jsonl"), GOLDEN),
        (include_str!("golden/v1-approve-invoice.trace.jsonl"), include_str!("golden/v2-approve-invoice.trace.jsonl")),
    ] {
        let [old, new] = [old, new].map(|text| read_trace(text).expect("the golden trace is whole"));
        assert_eq!(old.header, new.header);
        assert_eq!(
            write_trace(old.header, old.steps, old.observations),
            write_trace(new.header, new.steps, new.observations)
        );
    }
}

#[test]
fn each_version_has_its_own_word_for_the_masking_level() {
    let refused = |text: String| read_trace(&text).expect_err("a word of another version").to_string();
    let old = include_str!("golden/v1.trace.jsonl");
    assert!(refused(old.replace("\"floor\"", "\"maskingLevel\"")).starts_with("line 1: not a line of a trace"));
    assert!(refused(GOLDEN.replace("\"maskingLevel\"", "\"floor\"")).starts_with("line 1: not a line of a trace"));
}

#[test]
fn a_broken_trace_is_refused_with_the_line_and_the_reason() {
    let reason = |text: String| read_trace(&text).expect_err("the trace is broken").to_string();
    let without = |line: usize| {
        GOLDEN
            .lines()
            .enumerate()
            .filter(|(at, _)| *at != line)
            .map(|(_, text)| format!("{text}\n"))
            .collect::<String>()
    };
    assert_eq!(reason(String::new()), "line 1: expected a header, found an empty file");
    assert_eq!(reason(without(0)), "line 1: expected a header, found a step");
    assert_eq!(reason(without(1)), "line 3: expected step 0, found step 1");
    assert_eq!(reason(without(2)), "line 3: the step's observation does not stand above it");
    assert_eq!(reason(without(6)), "line 6: expected a footer, found a step");
    let seen = GOLDEN.lines().nth(2).expect("an observation");
    let twice = GOLDEN.replace(seen, &format!("{seen}\n{seen}"));
    assert_eq!(reason(twice), "line 4: expected a step, found a second observation of the same id");
    assert_eq!(
        reason(GOLDEN.replace("\"version\":2", "\"version\":9")),
        "line 1: expected version 2 or earlier, found version 9"
    );
    assert_eq!(
        reason(GOLDEN.replace("Approve\",\"tag", "Reject\",\"tag")),
        "line 7: the hash does not match: the file was changed after it was exported"
    );
    assert!(
        reason(GOLDEN.replace("\"type\":\"click\"", "\"type\":\"steal\"")).starts_with("line 4: not a line of a trace")
    );
    assert_eq!(
        reason(GOLDEN.replace("\"masked\":{\"email\":6}", "\"masked\":{\"email\":5}")),
        "line 7: the hash does not match: the file was changed after it was exported"
    );
    assert!(reason("<html>\n".to_owned()).starts_with("line 1: not JSON"));
}

#[test]
fn a_step_is_said_in_one_sentence() {
    let said = |step: &Step| sentence(step);
    let steps = steps();
    assert_eq!(said(&steps[2]), "Clicked button ‘Approve’ on erp.example.com");
    assert_eq!(said(&steps[0]), "Pressed Control+s in button ‘Approve’ on erp.example.com");
    assert_eq!(said(&steps[1]), "Opened https://erp.example.com/pay");
}

#[test]
fn the_last_tab_there_can_be_is_counted_from_one_too() {
    let mut step = step(1, json!({ "type": "openTab" }));
    step.tab = u32::MAX;
    assert!(sentence(&step).contains("4294967296"), "{}", sentence(&step));
}

#[test]
fn a_step_as_a_phrase_holds_no_word_of_any_language() {
    let phrase = serde_json::to_value(phrase(&steps()[2])).expect("a phrase is JSON");
    let target = json!({ "key": "target_named", "args": [{ "key": "role_button", "args": [] }, "Approve"] });
    assert_eq!(phrase, json!({ "key": "step_click", "args": [target, "erp.example.com"] }));
}

#[test]
fn what_a_page_calls_itself_is_never_taken_for_a_place_in_the_sentence() {
    let mut priced = steps()[2].clone();
    priced.target.as_mut().expect("a target").name = serde_json::from_value(json!("Pay $2 of $1")).expect("text");
    assert_eq!(sentence(&priced), "Clicked button ‘Pay $2 of $1’ on erp.example.com");
}

#[test]
fn every_key_of_a_phrase_is_in_the_english_catalogue() {
    let catalogue: Value =
        serde_json::from_str(include_str!("../extension/_locales/en/messages.json")).expect("the catalogue is JSON");
    let source = include_str!("../src/export/sentence.rs");
    let roles = source.split_once("const ROLES").expect("a table of roles").1.split_once(';').expect("its end").0;
    let role_keys = roles.split('"').skip(1).step_by(2).map(|role| format!("role_{role}"));
    let keys = source.split('"').filter(|word| word.starts_with("step_") || word.starts_with("target_"));
    let keys: Vec<String> = keys.map(str::to_owned).chain(role_keys).collect();
    assert!(keys.len() > 80, "{}", keys.len());
    for key in keys {
        assert!(catalogue[&key]["message"].is_string(), "{key} is not in the catalogue");
    }
}

#[test]
fn a_flow_goes_to_the_first_page_and_lets_clicks_lead_to_the_next() {
    let flow: Value = serde_json::from_str(&user_flow(header(), steps())).expect("a flow is JSON");
    let types: Vec<&str> =
        flow["steps"].as_array().expect("steps").iter().filter_map(|step| step["type"].as_str()).collect();
    assert_eq!(types, ["setViewport", "navigate", "click", "keyDown", "keyDown", "keyUp", "keyUp", "customStep"]);
    assert_eq!(flow["steps"][2]["selectors"][1][0], "#ok");
    assert_eq!(flow["title"], "Approve invoice of <EMAIL>");
}

/// The statements of a test without its comments, each on one line.
fn statements(steps: Vec<Step>) -> Vec<String> {
    let source = playwright(header(), steps);
    let (_, body) = source.split_once("=> {\n").expect("a test has a body");
    let mut all: Vec<String> = Vec::new();
    for line in body.lines().filter(|line| !line.trim_start().starts_with("//") && *line != "});") {
        let starts = line.strip_prefix("  ").is_some_and(|rest| !rest.starts_with([' ', '}', ')', '.']));
        match all.last_mut().filter(|_| !starts) {
            Some(last) => last.push_str(line.trim_start()),
            None => all.push(line.trim_start().to_owned()),
        }
    }
    // What every test begins with, and its variables.
    all.retain(|line| !line.starts_with("await page.setViewportSize") && !line.contains("process.env"));
    all
}

/// A step on a target with these parts of its own.
fn on(time: u64, target: &Value, action: Value) -> Step {
    let mut all = json!({ "role": "button", "name": "", "tag": "b", "selectors": [["#ok"]], "box": [0, 0, 80, 20] });
    for (name, value) in target.as_object().expect("an object") {
        all[name] = value.clone();
    }
    Step { target: serde_json::from_value(all).expect("a target of the schema"), ..step(time, action) }
}

fn click() -> Value {
    json!({ "type": "click", "offsetX": 5, "offsetY": 6 })
}

#[test]
fn the_playwright_test_goes_to_a_page_once_and_awaits_where_steps_lead() {
    let source = playwright(header(), steps());
    let lines: Vec<&str> = source.lines().collect();
    assert_eq!(lines[0], "import { test } from \"@playwright/test\";");
    assert_eq!(lines[2], "test(\"Approve invoice of <EMAIL>\", async ({ page }) => {");
    let button = "await page.getByRole(\"button\", { name: \"Approve\", exact: true }).click();";
    let all =
        ["await page.goto(\"https://erp.example.com/pay\");", button, "await page.keyboard.press(\"Control+s\");"];
    assert_eq!(statements(steps()), all, "the address at the end is the one before");
    let mut moved = steps();
    moved[3].url = serde_json::from_value(json!("https://erp.example.com/orders/4112/<TEXT_1>/done")).expect("text");
    let awaited =
        r"await expect(page).toHaveURL(/^https:\/\/erp\.example\.com\/orders\/[^/]+\/[^/]+\/done(?:[?#]|$)/,);";
    assert_eq!(statements(moved.clone()).last().map(String::as_str), Some(awaited));
    assert!(playwright(header(), moved).starts_with("import { expect, test }"));
}

#[test]
fn an_address_that_leads_on_at_once_is_not_awaited() {
    let at = |time, via: &str, url: &str| {
        let mut step = page_step(time, json!({ "type": "navigate", "via": via }));
        step.url = serde_json::from_value(json!(url)).expect("text");
        step
    };
    let all = vec![
        at(1, "load", "https://a.example/"),
        on(2, &json!({}), click()),
        at(3, "load", "https://a.example/b"),
        at(4, "history", "https://a.example/c"),
    ];
    let awaited: Vec<String> = statements(all).into_iter().filter(|line| line.contains("toHaveURL")).collect();
    assert_eq!(awaited, [r"await expect(page).toHaveURL(/^https:\/\/a\.example\/c(?:[?#]|$)/);"]);
}

#[test]
fn a_target_is_found_by_what_a_person_reads_most_easily() {
    let found = |selectors: Value| statements(vec![on(1, &json!({ "selectors": selectors }), click())]);
    let css =
        json!([["form:has(a) button"], ["xpath///a"], ["#ok"], ["text/Save all"], ["aria/Save[role=\"button\"]"]]);
    assert_eq!(found(css), ["await page.getByRole(\"button\", { name: \"Save\", exact: true }).click();"]);
    let text = json!([["a > b"], ["text/Save  \u{202e}a/<b>.c-d"]]);
    assert_eq!(found(text), [r"await page.getByText(/Save\s+\u202ea\/\u003cb>\.c-d/).click();"]);
    let id = json!([["a[href=\"/a\"] > b"], ["[data-testid=\"save all\"]"], ["aria/Save[role=\"button\"]"]]);
    assert_eq!(found(id), ["await page.getByTestId(\"save all\").click();"]);
    let shadow = json!([["my-app > b", "aria/Save[role=\"button\"]"], ["pierce/input[name=\"a\"]"]]);
    assert_eq!(found(shadow), ["await page.locator('input[name=\"a\"]').click();"]);
    assert!(found(json!([])).is_empty());
}

#[test]
fn one_of_many_is_found_in_the_row_that_says_which() {
    let xpath = "xpath///text()[contains(.,\"REQ-4112\")]/ancestor::*[.//button[@type]][1][count(.//button[@type])=1]//button[@type]";
    let found = |role: &str, item: &str, selectors: Value| {
        let context = json!({ "within": { "role": role, "name": item } });
        let target = json!({ "name": "Open", "tag": "button", "selectors": selectors, "context": context });
        statements(vec![on(1, &target, click())]).concat()
    };
    let by_row = "await page.getByRole(\"row\").filter({ hasText: \"REQ-4112\" })\
        .getByRole(\"button\", { name: \"Open\", exact: true }).click();";
    assert_eq!(found("row", "Ticket REQ-4112", json!([["body > button"], [xpath]])), by_row);
    assert!(found("row", "<TEXT_1>", json!([["body > button"], [xpath]])).contains("locator("), "its text was masked");
    assert!(found("row", "Hours", json!([[xpath]])).contains("xpath="), "the text may stand beside the row");
    assert!(found("region", "REQ-4112", json!([[xpath]])).contains("xpath="), "a region is not found by its text");
    assert!(found("row", "REQ-4112", json!([["#open"], [xpath]])).contains("#open"), "an id is read more easily");
}

#[test]
fn the_place_of_a_click_is_given_where_it_matters() {
    let clicked = |target: Value| statements(vec![on(1, &target, click())]).concat();
    assert_eq!(clicked(json!({ "role": "link" })), "await page.locator(\"#ok\").click();");
    let placed = "await page.locator(\"#ok\").click({ position: { x: 5, y: 6 } });";
    for target in [json!({ "role": "slider" }), json!({ "role": "generic" }), json!({ "tag": "canvas" })] {
        assert_eq!(clicked(target), placed);
    }
}

#[test]
fn a_box_is_checked_or_unchecked_and_pressed_where_its_state_is_not_known() {
    let checked = |checked: Value| {
        let action = json!({ "type": "change", "field": "check", "checked": checked });
        statements(vec![on(1, &json!({}), action)]).concat()
    };
    assert_eq!(checked(json!(true)), "await page.locator(\"#ok\").check();");
    assert_eq!(checked(json!(false)), "await page.locator(\"#ok\").uncheck();");
    assert_eq!(checked(Value::Null), "await page.locator(\"#ok\").click();");
}

#[test]
fn the_press_on_a_field_is_a_part_of_filling_it() {
    let filled = json!({ "type": "change", "field": "text", "value": "Ann" });
    let other = json!({ "selectors": [["#other"]] });
    assert_eq!(
        statements(vec![on(1, &json!({}), click()), on(2, &json!({}), filled.clone())]),
        ["await page.locator(\"#ok\").fill(\"Ann\");"]
    );
    assert_eq!(statements(vec![on(1, &json!({}), click()), on(2, &other, filled)]).len(), 2);
}

#[test]
fn files_are_taken_from_paths_in_the_environment() {
    let chosen = |time, value: &str| on(time, &json!({}), json!({ "type": "change", "field": "file", "value": value }));
    let all = vec![chosen(1, "1 file: pdf"), chosen(2, "2 files: pdf, other"), chosen(3, "")];
    let set = |files: &str| format!("await page.locator(\"#ok\").setInputFiles({files});");
    assert_eq!(statements(all.clone()), [set("FILE_1"), set("[FILE_2, FILE_3]"), set("[]")]);
    assert_eq!(playwright(header(), all).matches("?? missing(").count(), 3);
    let many = playwright(
        header(),
        vec![chosen(1, "4000000000 files: pdf"), chosen(2, &format!("1 file: {}", "a, ".repeat(9_000)))],
    );
    assert_eq!(many.matches("?? missing(").count(), 51, "a trace may say anything");
}

#[test]
fn a_drag_has_the_places_where_it_was_taken_and_dropped() {
    let to = json!({ "role": "list", "name": "", "tag": "ul", "selectors": [["#to"]], "box": [0, 0, 9, 9] });
    let drag = json!({ "type": "dragAndDrop", "offsetX": 1, "offsetY": 2, "to": to, "toX": 3, "toY": 4 });
    let places = "sourcePosition: { x: 1, y: 2 },targetPosition: { x: 3, y: 4 },steps: 8,";
    assert_eq!(
        statements(vec![on(1, &json!({}), drag)]),
        [format!("await page.locator(\"#ok\").dragTo(page.locator(\"#to\"), {{{places}}});")]
    );
}

#[test]
fn a_handle_is_dragged_along_its_own_track_by_moves_of_the_pointer() {
    let track = |bounds: Value| {
        let to = json!({ "role": "generic", "name": "", "tag": "i", "selectors": [["#track"]], "box": bounds });
        let drag = json!({ "type": "dragAndDrop", "offsetX": 10, "offsetY": 10, "to": to, "toX": 150, "toY": 2 });
        statements(vec![on(1, &json!({ "box": [60, 92, 20, 20] }), drag)])
    };
    let moves = [
        "await page.locator(\"#ok\").hover({ position: { x: 10, y: 10 } });",
        "await page.mouse.down();",
        "await page.locator(\"#ok\").hover({ force: true, position: { x: 100, y: 10 } });",
        "await page.mouse.up();",
    ];
    assert_eq!(track(json!([10, 100, 300, 4])), moves);
    for elsewhere in [json!([0, 0, 300, 200]), json!([60, 92, 20, 20]), json!([100, 92, 20, 20])] {
        assert!(track(elsewhere).concat().contains(".dragTo("), "a list around it, or what stands beside it");
    }
}

#[test]
fn a_tab_is_awaited_from_before_the_step_that_opens_it() {
    let tab = |time, action: &str| Step { tab: 1, ..page_step(time, json!({ "type": action })) };
    let opening = vec![on(1, &json!({}), click()), tab(900, "openTab"), tab(901, "switchTab"), tab(2_000, "closeTab")];
    let all = [
        "const tab1Opened = page.context().waitForEvent(\"page\");",
        "await page.locator(\"#ok\").click();",
        "const tab1 = await tab1Opened;",
        "await tab1.bringToFront();",
        "await tab1.close();",
    ];
    assert_eq!(statements(opening), all);
    let by_hand = vec![on(1, &json!({}), click()), tab(60_000, "openTab")];
    assert_eq!(statements(by_hand)[1], "const tab1 = await page.context().newPage();");
}

#[test]
fn what_a_page_calls_itself_cannot_leave_its_string_or_comment() {
    let mut hostile = step(20, json!({ "type": "click", "button": "primary", "offsetX": 1, "offsetY": 1 }));
    hostile.target = serde_json::from_value(json!({
        "role": "button", "name": "a\n*/ process.exit() //\u{2028}b", "tag": "button",
        "selectors": [["text/\"); process.exit(); (\""], ["xpath///b[contains(.,\"\\\")\")]"]], "box": [0, 0, 1, 1],
    }))
    .expect("a target of the schema");
    let source = playwright(header(), vec![hostile]);
    for line in source.lines().filter(|line| line.contains("exit")) {
        let line = line.trim_start();
        assert!(line.starts_with("// ") || line.starts_with("await page.getByText(/\"\\);\\s+process"), "{line}");
        assert!(!line.contains("(\"\");"), "{line}");
    }
    assert_eq!(source.lines().count(), 7, "{source}");
}

/// A test that types the value into a field and then opens a page that nothing before explains.
fn typing(value: &str, url: &str) -> String {
    let typed = json!({ "type": "change", "field": "text", "value": value, "checked": null });
    let mut opened = page_step(10, json!({ "type": "navigate", "via": "load" }));
    opened.url = serde_json::from_value(json!(url)).expect("text");
    let mut typed = step(20, typed);
    for step in [&mut opened, &mut typed] {
        step.masked = serde_json::from_value(json!({ "email": 1, "password": 1, "term": 1 })).expect("counts");
    }
    playwright(header(), vec![opened, typed])
}

#[test]
fn what_was_masked_is_read_from_the_environment_before_the_first_step() {
    let source = typing("<PASSWORD_1>", "https://erp.example.com/pay");
    let read = "{ page }) => {\n  const PASSWORD_1 = process.env.PASSWORD_1 ?? missing(\"PASSWORD_1\");\n";
    assert!(source.contains(read), "{source}");
    assert!(source.contains(".fill(PASSWORD_1);"), "{source}");
    assert!(source.contains("`Set ${name} in the environment: "), "{source}");
}

#[test]
fn a_text_in_which_masks_stand_is_built_from_the_environment_too() {
    let source = typing("Called <EMAIL_5> on ${1} `2`, <TERM> again", "https://erp.example.com/of/<EMAIL_5>/");
    assert!(source.contains(".fill(`Called ${EMAIL_5} on \\${1} \\`2\\`, ${TERM_0} again`);"), "{source}");
    assert!(source.contains(".goto(`https://erp.example.com/of/${encodeURIComponent(EMAIL_5)}/`);"), "{source}");
    assert_eq!(source.matches("process.env").count(), 2, "{source}");
}

#[test]
fn no_typed_text_names_a_variable_of_the_environment_but_by_a_placeholder_of_what_was_masked() {
    for text in
        ["<AWS_SECRET_ACCESS_KEY>", "<1>", "<PATH>", "<EMAIL_>", "<EMAIL_x>", "<EMAIL_007>", "<KEY_1>", "<email_1>"]
    {
        let source = typing(text, "https://erp.example.com/pay");
        assert!(!source.contains("process"), "{source}");
        assert!(source.contains(&format!(".fill(\"{text}\");")), "{source}");
    }
}

#[test]
fn a_broken_trace_is_told_as_a_phrase_with_its_line() {
    let told = |text: &str| {
        let phrase = read_trace(text).expect_err("a broken trace").phrase();
        serde_json::to_value(phrase).expect("a phrase is JSON")
    };
    let hash = GOLDEN.replace("Approve", "Refuse!");
    assert_eq!(told(""), json!({ "key": "broken_empty", "args": [] }));
    assert_eq!(told("hello\n"), json!({ "key": "broken_json", "args": ["1", "1"] }));
    assert_eq!(told(&hash), json!({ "key": "broken_hash", "args": ["7"] }));
}

#[test]
fn a_step_that_nests_without_end_is_refused_and_not_followed() {
    let (header, rest) = GOLDEN.split_once('\n').expect("a header");
    let bomb = format!("{header}\n{}{rest}", "[".repeat(200_000));
    assert!(read_trace(&bomb).is_err());
    let deep = format!("{header}\n{{\"kind\":\"step\",\"seq\":{}{}\n", "{\"a\":".repeat(200_000), "}".repeat(200_000));
    assert!(read_trace(&deep).is_err());
}

#[test]
fn a_note_is_masked_like_the_goal_and_marks_of_the_person_are_kept() {
    let mut header = header();
    header.note = serde_json::from_value(json!("Ask bob@example.com")).expect("a text");
    header.withdrawal = Some("w-1".to_owned());
    let mut steps = steps();
    steps[0].flags = serde_json::from_value(json!(["mistake", "notForTraining"])).expect("flags");
    let Trace { header, steps, .. } = read_trace(&write_trace(header, steps, Vec::new())).expect("a whole trace");
    assert_eq!(header.note.as_str(), "Ask <EMAIL>");
    assert_eq!(header.withdrawal.as_deref(), Some("w-1"));
    assert_eq!(serde_json::to_value(&steps[2].flags).expect("flags"), json!(["mistake", "notForTraining"]));
}

#[test]
fn a_policy_can_name_each_format_that_has_a_writer_and_no_other() {
    let terms = Terms::default();
    let files = Format::ALL.map(|format| write(format, header(), steps(), observations(), &terms));
    assert!(files.iter().all(|file| file.len() > 400));
    assert_eq!(Format::ALL.map(Format::word).join(", "), Format::WORDS);
    for other in ["selenium", "mind2Web", "chat", "atif", "browserGym", "Trace", ""] {
        assert_eq!(Format::of(other), None);
    }
}

#[test]
fn a_word_that_is_feared_only_at_the_export_does_not_leave() {
    let terms = Terms::new(["approve"]);
    let click = step(1, json!({ "type": "click", "offsetX": 1, "offsetY": 1 }));
    let (header, steps) = without_terms(header(), vec![click], &terms);
    let text = write_trace(header.clone(), steps.clone(), observed_without_terms(observations(), &terms));
    for text in [text, user_flow(header.clone(), steps.clone()), playwright(header, steps.clone())] {
        assert_eq!(search(&text, "Approve"), [], "{text}");
    }
    let target = steps[0].target.as_ref().expect("a click has a target");
    assert_eq!(target.name.as_str(), "<TERM>");
    assert_eq!(target.selectors.len(), 1, "the selector by its name is left out: {:?}", target.selectors);
}

#[test]
fn a_search_finds_a_word_in_any_case_and_without_accents() {
    let places = search("Zoé and ZOE\n🌷 zoe\u{301}, but no zo", "zoë");
    assert_eq!(places, [(0, 0..3), (0, 8..11), (1, 3..6)], "in UTF-16 code units of each line");
    assert_eq!(search("{\"note\":\"the \\\"Tulip\\\" list\"}", "\"tulip\"").len(), 1, "as JSON writes it");
    assert_eq!(search("nothing here", "zoë"), []);
    assert_eq!(search("nothing here", " "), []);
}

/// A step in the second frame below the first one of its page.
fn in_frames(selectors: Value) -> Step {
    let mut inside = on(1, &json!({}), click());
    inside.frame = vec![0, 1];
    inside.frame_selectors = serde_json::from_value(selectors).expect("selectors of the schema");
    inside
}

#[test]
fn a_frame_is_found_by_its_own_selectors_and_by_its_place_where_none_is_known() {
    let known = json!([[["body > div > iframe"], ["iframe[title=\"Editor\"]"]], [["x-app", "#inner"]]]);
    let by_themselves = "await page.locator('iframe[title=\"Editor\"]').contentFrame().locator(\"x-app\").locator(\"#inner\")\
        .contentFrame().locator(\"#ok\").click();";
    assert_eq!(statements(vec![in_frames(known)]), [by_themselves]);
    let first = json!([[["#one"]], []]);
    let one_by_place = "await page.locator(\"#one\").contentFrame().locator(\"iframe, frame\").nth(1).contentFrame()\
        .locator(\"#ok\").click();";
    assert_eq!(statements(vec![in_frames(first)]), [one_by_place]);
    assert_eq!(statements(vec![in_frames(json!([]))]).concat().matches(".nth(").count(), 2);
}

#[test]
fn a_trace_holds_how_frames_are_found_and_reads_it_back() {
    let text = write_trace(header(), vec![in_frames(json!([[["#one"]], []]))], Vec::new());
    let steps = read_trace(&text).expect("the trace is whole").steps;
    assert_eq!(serde_json::to_value(&steps[0].frame_selectors).expect("JSON"), json!([[["#one"]], []]));
    assert!(!GOLDEN.contains("frameSelectors"), "a trace from before frames were told is read too");
}

#[test]
fn how_a_frame_is_found_leaves_without_words_that_are_feared_at_the_export() {
    let known = json!([[["iframe[title=\"Tulip\"]"], ["#one"]], []]);
    let (_, steps) = without_terms(header(), vec![in_frames(known)], &Terms::new(["tulip"]));
    assert_eq!(serde_json::to_value(&steps[0].frame_selectors).expect("JSON"), json!([[["#one"]], []]));
}

#[test]
fn a_part_of_an_image_map_is_clicked_without_a_place() {
    let target = json!({ "role": "link", "tag": "area", "box": [0, 0, 0, 0] });
    assert_eq!(statements(vec![on(1, &target, click())]), ["await page.locator(\"#ok\").dispatchEvent(\"click\");"]);
    let named = json!({ "role": "link", "tag": "area", "selectors": [["aria/South[role=\"link\"]"], ["area"]] });
    assert_eq!(
        statements(vec![on(1, &named, click())]),
        ["await page.locator(\"area\").dispatchEvent(\"click\");"],
        "it is hidden to Playwright"
    );
    let flow: Value = serde_json::from_str(&user_flow(header(), vec![on(1, &target, click())])).expect("a flow");
    assert_eq!(flow["steps"][1]["type"], "customStep", "a plain runner passes over it");
}

#[test]
fn what_is_edited_in_place_is_found_by_its_label() {
    let text = json!({ "type": "change", "field": "editor", "value": "Hello" });
    let editor = json!({ "tag": "body", "role": "textbox", "selectors": [["aria/Article[role=\"textbox\"]"]] });
    assert_eq!(
        statements(vec![on(1, &editor, text)]),
        ["await page.getByLabel(\"Article\", { exact: true }).fill(\"Hello\");"]
    );
}

#[test]
fn a_flow_closes_a_tab_at_the_address_that_it_shows_last() {
    let tab = |time, url: &str, action: Value| {
        let mut step = Step { tab: 1, ..page_step(time, action) };
        step.url = serde_json::from_value(json!(url)).expect("text");
        step
    };
    let mut inside = Step { frame: vec![0], ..step(3, click()) };
    inside.tab = 1;
    let all = vec![
        tab(1, "https://a.example/", json!({ "type": "openTab" })),
        tab(2, "https://a.example/t.html", json!({ "type": "navigate", "via": "load" })),
        inside,
        tab(4, "https://a.example/", json!({ "type": "closeTab" })),
    ];
    let flow: Value = serde_json::from_str(&user_flow(header(), all)).expect("a flow");
    assert_eq!(flow["steps"][3]["target"], "https://a.example/t.html", "a frame has an address of its own");
    assert_eq!(
        (&flow["steps"][4]["type"], &flow["steps"][4]["target"]),
        (&json!("close"), &json!("https://a.example/t.html"))
    );
}

#[test]
fn a_box_that_is_not_to_be_seen_is_checked_by_a_press_on_its_label() {
    let check = || json!({ "type": "change", "field": "check", "value": "", "checked": true });
    let drawn = json!({ "role": "checkbox", "tag": "input", "selectors": [["#box"]] });
    assert_eq!(statements(vec![on(1, &drawn, check())]), ["await page.locator(\"#box\").check();"]);
    let hidden = json!({ "role": "checkbox", "tag": "label", "selectors": [["#own"]] });
    assert_eq!(statements(vec![on(1, &hidden, check())]), ["await page.locator(\"#own\").click();"]);
}
