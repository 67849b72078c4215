const out = document.querySelector("#out");

document.querySelector("#file").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  out.value = `${file.name} ${await file.text()}`;
});
document.querySelector("#download").href = URL.createObjectURL(new Blob(["downloaded"]));
document.documentElement.dataset.bridge = typeof window.fixture.echo;
