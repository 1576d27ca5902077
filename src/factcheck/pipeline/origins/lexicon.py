"""Short word lists in several languages: words that turn a meaning, words of a speaker, months, roles."""

from __future__ import annotations

from factcheck.text.words import listed, stems

TURNS = {
    word: turn
    for turn, row in {
        "not": (
            "not no never neither nor nobody none without zero nothing nowhere hardly "
            "nicht kein keine keinen keiner nie niemals ohne ne pas jamais aucun aucune sans "
            "nunca sin ningún ninguna ninguno não nem sem non mai nessun nessuna senza "
            "не нет ни никогда никто без ні ніколи ніхто немає nie nigdy bez żaden "
            "لا لم لن ليس ليست ない değil yok לא אין"
        ),
        "deny": (
            "deny denies denied denying denial refute refutes refuted reject rejects rejected dismiss "
            "dismisses dismissed "
            "dispute disputes disputed false untrue fake baseless invented hoax fabricated "
            "bestreitet bestritt dementiert dementierte falsch nie démenti dément niega negó falso nega "
            "negou smentisce "
            "отрицает отрицал отрицают отрицала опроверг опровергает опровергла опровергли ложь ложно ложная "
            "заперечує заперечив спростував спростовує zaprzecza zaprzeczył نفى ينفي نفت"
        ),
        "may": (
            "may might could possibly perhaps allegedly probably könnte könnten möglicherweise pourrait "
            "pourraient podría "
            "podrían может могут возможно вероятно може можуть możliwe ربما"
        ),
        "will": (
            "will would shall plan plans planned planning intend intends intended threaten threatens "
            "threatened want wants "
            "wanted wird werden soll sollen будет будут планирует planuje буде сможет سوف"
        ),
        "fail": (
            "fail fails failed failing refuse refuses refused refusal unable nearly almost attempt attempts attempted"
        ),
        "if": "if unless except until wenn falls si если якщо jeśli إذا",
    }.items()
    for word in row.split()
}
"""Word in lower case → what it does to a statement; texts that differ here are no copies."""

FIRST_PERSON = listed(
    "i we our ours my me wir ich unser unsere uns mein meine nous je notre nosotros "
    "nuestro nuestra "
    "мы наш наша наши наше нас я мой моя ми наші my nasz nasze نحن"
)
MONTHS = listed(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep "
    "sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin "
    "juillet août "
    "septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre "
    "diciembre января февраля марта апреля мая июня июля августа сентября октября ноября декабря січня "
    "лютого березня "
    "квітня травня червня липня серпня вересня жовтня листопада грудня"
)
ROLES = listed(
    "the a an of for minister ministers ministry president governor mayor spokesman spokeswoman "
    "spokesperson official "
    "officials police army government witness witnesses source sources authorities officer officers "
    "adviser lawyer "
    "commander resident residents man woman he she they министр министерство президент губернатор мэр "
    "представитель "
    "источник полиция власти очевидцы"
)
"""Words that alone name nobody in particular."""
SIGNS = {"不": "not", "没": "not", "沒": "not", "未": "not", "無": "not", "无": "not", "非": "not"} | {
    "否认": "deny",
    "否認": "deny",
    "可能": "may",
    "如果": "if",
    "将": "will",
    "將": "will",
}
"""The same in scripts without spaces, where a word is found inside a run of signs."""
SWAPPED = stems(
    "say tell state announce report add note declare confirm claim according spokesman spokeswoman spokesperson "
    "official authority statement late early overnight morning evening local senior people person"
)
"""Stems of English words that may stand for one another in a copy: who hands the news on, and when."""
COUNTING = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand "
    "thousands million "
    "millions billion billions dozen dozens couple handful several half third quarter two-thirds a"
)
"""Words with which a number may begin."""
