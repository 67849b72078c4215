const out = document.querySelector("#out");

document.querySelector("#file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  void file.text().then((text) => (out.value = `${file.name} ${text}`));
});
document.querySelector("#download").href = URL.createObjectURL(new Blob(["downloaded"]));
document.documentElement.dataset.bridge = typeof window.fixture.echo;
