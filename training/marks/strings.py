"""
The strings services write on pictures (provenance-labels.md §1.7, GB 45438-2025 §5.2) as rows of tiles about one em wide:
a Chinese character is a tile, `AI` is a tile, and a Latin word is cut into equal tiles written `word/index`.
"""
WORDS = {"Kling": 2, "LibLib": 3, "RunningHub": 6, "Made with": 5, "-generated content": 9, "Contenuti generati dall'": 11}

BRANDS = ["豆包", "元宝", "千问", "通义千问", "百度", "即梦", "可灵", "文心", "文心一言", "文心一格", "通义", "通义万相", "万相", "智谱", "智谱清言", "清言",
          "剪映", "美图", "醒图", "稿定", "海螺", "讯飞星火", "星火", "夸克", "抖音", "快手", "腾讯混元", "混元"]
RULES = ["AI生成", "AI合成", "由AI生成", "由AI合成", "内容由AI生成", "AI生成内容", "图片由AI生成", "本图片由AI生成", "AI生成图片", "人工智能生成", "人工智能合成",
         "由人工智能生成", "人工智能生成内容", "AI生成合成内容", "人工智能生成合成内容"]
WHOLE = ["即梦AI", "可灵AI", "豆包AI", "KlingAI", "LibLibAI", "RunningHubAI生成", "Made withAI", "AI-generated content", "Contenuti generati dall'AI", "百度AI生成", "元宝AI生成", "千问AI生成", "豆包AI生成"]
# Other common characters: what must stay unread.
OTHER = "的一是在不了有和人这中大为上个国我以要他时来用们到说于出就分对可也之年会着发过后作方行所民经进等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它因由其些然前外天政四日那社事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"


def tiles(string: str) -> list[tuple[str, list[str]]]:
    """@returns (what is drawn, its tile names), left to right."""
    out, rest = [], string
    while rest:
        word = next((w for w in WORDS if rest.startswith(w)), None)
        if word:
            out.append((word, [f"{word}/{i}" for i in range(WORDS[word])]))
        elif rest.startswith("AI"):
            word = "AI"
            out.append(("AI", ["AI"]))
        else:
            word = rest[0]
            out.append((word, [word]))
        rest = rest[len(word):]
    return out


def all_strings() -> list[str]:
    return RULES + WHOLE + [f"{brand}AI生成" for brand in BRANDS] + [f"{brand}AI" for brand in BRANDS]


CLASSES = ["background"] + sorted({name for string in all_strings() for _, names in tiles(string) for name in names})
