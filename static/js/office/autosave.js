// A form of the entry: what is typed is kept in the browser at once (keep.js) and, in the fields of a section, saved after a pause.
"use strict";
const PAUSE = 1500, AGAIN = 15000;
const form = document.querySelector("form[data-keep]");
const place = location.pathname + location.search;
const said = document.getElementById("saved");
const words = (name) => said.dataset[name];
const fields = () => [...(form?.elements ?? [])].filter((each) => each.name && !each.name.startsWith("was:") && each.type !== "hidden" && each.type !== "submit");
const seen = (name) => form.elements[`was:${name}`];
form?.reset(); // browsers bring back what stood there before a reload; what counts is what the server says
const first = new Map(fields().map((each) => [each.name, each.value]));
let timer, isSending = false;

const changed = () => fields().filter((each) => each.value !== first.get(each.name));
const tell = (text, isWrong = false) => {
  said.textContent = text;
  said.classList.toggle("saved--wrong", isWrong);
};

function keep() {
  const values = Object.fromEntries(changed().map((each) => [each.name, each.value]));
  const was = Object.fromEntries([...form.elements].filter((each) => each.name.startsWith("was:") || each.name === "version").map((each) => [each.name, each.value]));
  if (Object.keys(values).length) kept.write(place, { values, was });
  else kept.drop(place);
}

function plan(wait) {
  clearTimeout(timer);
  if ("autosave" in form.dataset) timer = setTimeout(save, wait);
}

function body(names) {
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  for (const name of names) {
    data.set(name, form.elements[name].value);
    data.set(`was:${name}`, seen(name).value);
  }
  return data;
}

async function save() {
  if (isSending) return plan(PAUSE);
  const sent = new Map(changed().filter((each) => seen(each.name) && !each.dataset.refused).map((each) => [each.name, each.value]));
  if (!sent.size) return;
  isSending = true;
  try {
    const answer = await fetch(location.href, { method: "POST", body: body(sent.keys()), headers: { "X-Autosave": "1" }, redirect: "manual" });
    if (!(answer.headers.get("Content-Type") || "").startsWith("application/json")) return ended();
    take(answer.status, await answer.json(), sent);
  } catch {
    tell(words("offline"), true);
    plan(AGAIN);
  } finally {
    isSending = false;
  }
}

function take(status, answer, sent) {
  if (status === 200) {
    for (const [name, text] of Object.entries(answer.was)) seen(name).value = text;
    for (const [name, value] of sent) first.set(name, value);
    keep();
    tell(answer.saved);
  } else if (status === 422 && answer.problems) {
    for (const [name, text] of Object.entries(answer.problems)) mark(name, text);
    tell(words("refused"), true);
    if (Object.keys(answer.problems).some((name) => sent.has(name))) plan(0); // the others can be saved
  } else {
    tell(answer.message, true);
  }
}

function mark(name, text) {
  const field = form.elements[name];
  if (!field) return tell(text, true);
  unmark(field);
  const told = document.createElement("p");
  told.className = "field__error";
  told.id = `${field.id}_refused`;
  told.textContent = text;
  field.dataset.refused = told.id;
  field.setAttribute("aria-invalid", "true");
  field.before(told);
}

function unmark(field) {
  document.getElementById(field.dataset.refused)?.remove();
  field.removeAttribute("aria-invalid");
  delete field.dataset.refused;
}

function ended() {
  tell(words("ended"), true);
  const link = document.createElement("a");
  link.href = `${said.dataset.login}?next=${encodeURIComponent(place)}`;
  link.textContent = words("again");
  said.append(" ", link);
}

function offer(old) {
  const names = Object.keys(old.values).filter((name) => form.elements[name] && form.elements[name].value !== old.values[name]);
  if (!names.length) return kept.drop(place);
  const bar = document.getElementById("kept");
  bar.hidden = false;
  bar.querySelector("[data-count]").textContent = names.length;
  bar.querySelector("[data-back]").addEventListener("click", () => {
    for (const name of names) form.elements[name].value = old.values[name];
    for (const [name, value] of Object.entries(old.was)) if (form.elements[name]) form.elements[name].value = value;
    bar.hidden = true;
    form.elements[names[0]].focus();
    keep();
    plan(0);
  });
  bar.querySelector("[data-away]").addEventListener("click", () => {
    kept.drop(place);
    bar.hidden = true;
  });
}

if (form) {
  const old = kept.read(place);
  if (old && !form.querySelector(".field--wrong")) offer(old);
  form.addEventListener("input", (event) => {
    unmark(event.target);
    keep();
    plan(PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    keep();
  });
  addEventListener("online", () => plan(0));
}
