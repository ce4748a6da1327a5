// Offers each chart as PNG: drawn by the browser from the SVG on the page. Without scripts the SVG can be downloaded.
for (const boton of document.querySelectorAll('[data-imagen]')) {
  const svg = boton.closest('figure')?.querySelector('svg.grafico');
  if (!svg) continue;
  boton.hidden = false;
  boton.addEventListener('click', () => {
    const { width, height } = svg.viewBox.baseVal;
    const escala = Math.max(1, 1600 / width);
    const copia = svg.cloneNode(true);
    copia.setAttribute('width', width * escala);
    copia.setAttribute('height', height * escala);
    const imagen = new Image();
    imagen.onload = () => {
      const lienzo = document.createElement('canvas');
      lienzo.width = width * escala;
      lienzo.height = height * escala;
      const pincel = lienzo.getContext('2d');
      pincel.fillStyle = '#fff';
      pincel.fillRect(0, 0, lienzo.width, lienzo.height);
      pincel.drawImage(imagen, 0, 0);
      const enlace = document.createElement('a');
      enlace.href = lienzo.toDataURL('image/png');
      enlace.download = `${boton.dataset.imagen}.png`;
      enlace.click();
    };
    imagen.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copia))}`;
  });
}
