// A link to the page itself would lose what stands behind the `#` of its address: the secret of a link, or a place.
for (const button of document.querySelectorAll('.not-loaded button')) {
  button.hidden = false;
  button.previousElementSibling.hidden = true;
  button.addEventListener('click', () => window.location.reload());
}
