/** Public pages are complete without this script; what it adds is convenience. */
document.documentElement.dataset.enhanced = "true";
