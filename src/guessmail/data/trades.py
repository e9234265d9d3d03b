"""Words of trade in organisations' names, folded, in the languages that the lists of companies are mostly in.

Chosen by hand from the words that many organisations' names share; a word stands for the trade that it nearly always
means.
"""

__all__ = ["TRADES"]

_WORDS = {
    "education": "university universitat universitaet universite universidad universidade universita universiteit college "
    "school schools schule hochschule fachhochschule academy akademie institute institut instituto campus faculty "
    "polytechnic polytechnique education escuela escola lycee gymnasium universitesi uniwersytet",
    "research": "research laboratory laboratories laboratoire lab labs observatory fraunhofer max-planck science sciences "
    "forschungszentrum forschung",
    "public": "city county state ministry ministerio ministerstvo department council government governo stadt gemeinde "
    "landkreis land federal bundesamt authority agency municipality municipio prefeitura mairie ville commune district "
    "borough police tribunal army navy region kommune kommun gmina",
    "health": "hospital hospitals clinic klinik klinikum krankenhaus health healthcare medical medicine oncology cancer "
    "pharma pharmaceuticals hospitalier ziekenhuis sykehus praxis radiology",
    "association": "association foundation stiftung fundacion fundacao fondation stichting society verein club church union "
    "federation alliance consortium forum project community council",
    "finance": "bank banca banco banque sparkasse insurance versicherung financial finance capital credit investment "
    "investments trust asset leasing",
    "network": "network networks net telecom telecoms telecommunications communications communication telekom telefonica "
    "telephone wireless broadband internet hosting isp cable mobile satellite",
    "software": "software systems system technologies technology tech solutions solution computer computers computing data "
    "informatik informatica informatique edv digital cloud it security sistemas systeme soft",
    "advice": "consulting consultants consultancy consult advisors partners associates law legal rechtsanwalte services service",
    "media": "media tv radio broadcasting television film music publishing verlag press news games entertainment design studio "
    "studios agency marketing",
    "industry": "electronics electronic electric elektronik engineering industries industrial manufacturing automation "
    "instruments energy power oil gas steel chemical maschinenbau automotive motors aerospace semiconductor devices "
    "products construction logistics transport",
}

TRADES: dict[str, str] = {}
"""By word: the trade that it tells."""
for _trade, _words in _WORDS.items():
    for _word in _words.split():
        TRADES.setdefault(_word, _trade)
