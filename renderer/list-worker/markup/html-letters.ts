/**
 * Letters that have names of their own in web pages beyond those of Western Europe (HTML 4, "Symbols" and "Special
 * characters"; HTML, 13.5): scripts that write names of people so do it for all letters. Letter and name in turn.
 */
const lettersAndNames = `
Š Scaron š scaron Œ OElig œ oelig Ÿ Yuml
Α Alpha Β Beta Γ Gamma Δ Delta Ε Epsilon Ζ Zeta Η Eta Θ Theta Ι Iota Κ Kappa Λ Lambda Μ Mu Ν Nu Ξ Xi Ο Omicron Π Pi
Ρ Rho Σ Sigma Τ Tau Υ Upsilon Φ Phi Χ Chi Ψ Psi Ω Omega α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta
ι iota κ kappa λ lambda μ mu ν nu ξ xi ο omicron π pi ρ rho ς sigmaf σ sigma τ tau υ upsilon φ phi χ chi ψ psi ω omega
Ā Amacr ā amacr Ă Abreve ă abreve Ą Aogon ą aogon Ć Cacute ć cacute Č Ccaron č ccaron Ď Dcaron ď dcaron Đ Dstrok
đ dstrok Ē Emacr ē emacr Ė Edot ė edot Ę Eogon ę eogon Ě Ecaron ě ecaron Ğ Gbreve ğ gbreve Ģ Gcedil Ī Imacr ī imacr
Į Iogon į iogon İ Idot ı imath Ķ Kcedil ķ kcedil Ĺ Lacute ĺ lacute Ļ Lcedil ļ lcedil Ľ Lcaron ľ lcaron Ł Lstrok
ł lstrok Ń Nacute ń nacute Ņ Ncedil ņ ncedil Ň Ncaron ň ncaron Ō Omacr ō omacr Ő Odblac ő odblac Ŕ Racute ŕ racute
Ř Rcaron ř rcaron Ś Sacute ś sacute Ş Scedil ş scedil Ţ Tcedil ţ tcedil Ť Tcaron ť tcaron Ū Umacr ū umacr Ů Uring
ů uring Ű Udblac ű udblac Ų Uogon ų uogon Ź Zacute ź zacute Ż Zdot ż zdot Ž Zcaron ž zcaron
Ё IOcy Є Jukcy І Iukcy Ї YIcy Ў Ubrcy А Acy Б Bcy В Vcy Г Gcy Д Dcy Е IEcy Ж ZHcy З Zcy И Icy Й Jcy К Kcy Л Lcy М Mcy
Н Ncy О Ocy П Pcy Р Rcy С Scy Т Tcy У Ucy Ф Fcy Х KHcy Ц TScy Ч CHcy Ш SHcy Щ SHCHcy Ъ HARDcy Ы Ycy Ь SOFTcy Э Ecy
Ю YUcy Я YAcy а acy б bcy в vcy г gcy д dcy е iecy ж zhcy з zcy и icy й jcy к kcy л lcy м mcy н ncy о ocy п pcy р rcy
с scy т tcy у ucy ф fcy х khcy ц tscy ч chcy ш shcy щ shchcy ъ hardcy ы ycy ь softcy э ecy ю yucy я yacy ё iocy є jukcy
і iukcy ї yicy ў ubrcy
′ prime ″ Prime ‰ permil ‹ lsaquo › rsaquo † dagger ‡ Dagger → rarr ← larr − minus ♥ hearts ∞ infin ≈ asymp
`;

const signs = lettersAndNames.trim().split(/\s+/);

/** The letter of each name; a name counts only with its semicolon. */
export const htmlLetters: ReadonlyMap<string, string> = new Map(
  Array.from({ length: signs.length / 2 }, (_, at) => [signs[at * 2 + 1]!, signs[at * 2]!]),
);
