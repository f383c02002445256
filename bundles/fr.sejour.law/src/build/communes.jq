# Cuts the official list of communes down to what the platform asks of it: src/main/resources/fr/sejour/law/communes.csv.
#
#   npm pack @etalab/decoupage-administratif@6.0.0
#   tar xzf etalab-decoupage-administratif-6.0.0.tgz
#   jq -r --arg version 6.0.0 -f communes.jq package/data/communes.json > communes.csv
#
# Clipperton (989) is left out: nobody lives there and no préfecture of ours is in charge.

def kind:
  {"commune-actuelle": "", "commune-deleguee": "d", "commune-associee": "a", "arrondissement-municipal": "m"}[.type];

"# The communes of France: code; kind; commune it belongs to; name; postcodes; former codes.",
"# Kinds: none = commune, d = commune déléguée, a = commune associée, m = arrondissement municipal.",
"# The département is the beginning of the code of the commune itself or of the one it belongs to.",
"# Source: INSEE, Code officiel géographique 2026, and La Poste, Base officielle des codes postaux, as published by Etalab in",
"# @etalab/decoupage-administratif \($version) (npm; its code: MIT). Data: Licence Ouverte / Open Licence 2.0. Cut: communes.jq.",
( [ .[] | select(.departement != "989") ]
  | sort_by(.code, .type != "commune-actuelle", .nom)
  | .[]
  | [ .code, kind, (.chefLieu // .commune // ""), .nom, ((.codesPostaux // []) | join(" ")),
      ((.anciensCodes // []) - [.code] | unique | join(" ")) ]
  | join(";") | sub(";+$"; "") )
