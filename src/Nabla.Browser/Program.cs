// The page calls the exports; the runtime only wants an entry point.
return;
