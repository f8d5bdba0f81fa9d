// Only in builds for development: reloads the page when `trunk serve` has rebuilt it, and shows why when it could not.
(function listen() {
  const base = new URL(document.baseURI);
  const socket = new WebSocket(`ws://${base.host}${base.pathname}.well-known/trunk/ws`);
  let opened = false;
  socket.onopen = () => {
    opened = true;
    if (window.devServerWasAway) location.reload();
  };
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.type === 'reload') location.reload();
    if (message.type === 'buildFailure') {
      const box = document.getElementById('build-failed') ?? document.body.appendChild(document.createElement('pre'));
      box.id = 'build-failed';
      box.className = 'start-failed';
      box.textContent = message.data.reason;
    }
  };
  socket.onclose = () => {
    window.devServerWasAway ||= opened;
    setTimeout(listen, 1000);
  };
})();
