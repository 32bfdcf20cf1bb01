"""
The strings services write on pictures (provenance-labels.md §1.7, GB 45438-2025 §5.2) as rows of tiles about one em wide:
a Chinese character is a tile, `AI` is a tile, and a Latin word is cut into equal tiles written `word/index`.
"""
WORDS = {"Kling": 2, "LibLib": 3, "RunningHub": 6, "Kimi": 2, "Dreamina": 5, "Vidu": 2, "WPS": 2, "Made": 3, "with": 2, "generated": 5, "Generated": 5,
         "content": 4, "Content": 4, "Created": 4, "by": 1, "image": 3, "Image": 3, "Contenuti": 5, "generati": 4, "dall'": 2}

BRANDS = ["豆包", "元宝", "千问", "通义千问", "百度", "即梦", "可灵", "文心", "文心一言", "文心一格", "通义", "通义万相", "万相", "智谱", "智谱清言", "清言",
          "剪映", "美图", "美图秀秀", "醒图", "稿定", "海螺", "讯飞星火", "讯飞", "星火", "夸克", "抖音", "快手", "腾讯混元", "混元", "腾讯", "小红书", "淘宝", "支付宝",
          "京东", "阿里", "蚂蚁", "天工", "秘塔", "灵光", "堆友", "无界", "可画", "商汤", "秒画", "妙鸭", "造点", "绘蛙", "星绘", "火山引擎", "小艺", "小布", "小爱", "华为",
          "荣耀", "小米", "微信", "百川", "吐司", "Kimi", "Dreamina", "Vidu", "WPS", "RunningHub", "LibLib", "Kling"]
OPENINGS = ["由", "内容由", "图片由", "本图片由", "本图由", "此图由", "该图由", "该图片由", "此图片由", "图像由", "画面由", "作品由", "本内容由", "该内容由", "此内容由", "部分内容由", "疑似", "疑似由"]
CORES = ["AI生成", "AI合成", "人工智能生成", "人工智能合成", "AI生成合成", "AI辅助生成", "AI智能生成", "人工智能生成合成"]
CLOSINGS = ["内容", "图片", "图像", "作品", "的内容", "的图片"]
WHOLE = ["即梦AI", "可灵AI", "豆包AI", "元宝AI", "千问AI", "海螺AI", "KlingAI", "LibLibAI", "MadewithAI", "AIgeneratedcontent", "AIgenerated", "AIGenerated", "AIgeneratedimage",
         "GeneratedwithAI", "GeneratedbyAI", "CreatedwithAI", "AIGeneratedContent", "AIGeneratedImage", "Contenutigeneratidall'AI"]
SEEN = ["即梦AI", "可灵AI", "KlingAI", "LibLibAI", "MadewithAI", "AIgeneratedcontent", "AIgeneratedcontent"]
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


def every() -> list[str]:
    return BRANDS + OPENINGS + CORES + CLOSINGS + WHOLE


CLASSES = ["background"] + sorted({name for string in every() for _, names in tiles(string) for name in names})


def drawn(rng) -> str:
    """A string as a service may write it."""
    pick = lambda options: options[rng.integers(len(options))]
    kind = rng.random()
    if kind < 0.34:
        # The marks that were seen on pictures, and the sentence that services write smallest, come more often.
        return pick(SEEN) if rng.random() < 0.5 else pick(WHOLE)
    if kind < 0.68:
        # Latin names and marks with a larger name are rarer in the list than on pictures.
        return (pick(["RunningHub", "百度", "豆包", "元宝", "千问"]) if rng.random() < 0.3 else pick(BRANDS)) + "AI生成"
    core = pick(CORES[:3] if rng.random() < 0.7 else CORES)
    return (pick(OPENINGS) if rng.random() < 0.6 else "") + core + (pick(CLOSINGS) if rng.random() < 0.35 else "")
