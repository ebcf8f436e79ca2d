import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";
export default [{
  files: ["**/*.js"],
  languageOptions: { ecmaVersion: "latest", sourceType: "script", globals: { window: "readonly", document: "readonly", navigator: "readonly" } },
  plugins: { compat, es },
  settings: { "es-x": { aggressive: true } },
  rules: { "compat/compat": "error", "es/no-array-prototype-at": "error" },
}];
