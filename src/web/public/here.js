// Beside the question where something is: takes the place of the device, if its owner allows. The page does without it.
(function () {
  var part = document.getElementById('here')
  if (!part || !navigator.geolocation) return
  var button = part.querySelector('button'), said = part.querySelector('[role=status]')
  var say = function (name) { said.textContent = part.getAttribute('data-' + name) }
  part.hidden = false
  button.addEventListener('click', function () {
    say('asking')
    navigator.geolocation.getCurrentPosition(function (at) {
      document.getElementById('lng').value = at.coords.longitude.toFixed(6)
      document.getElementById('lat').value = at.coords.latitude.toFixed(6)
      say('taken')
    }, function () { say('refused') }, { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 })
  })
})()
