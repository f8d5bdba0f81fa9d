### The frame of every page: title, navigation, controls.

site-title = Good Jobs Challenge outcomes
