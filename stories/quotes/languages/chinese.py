"""How Chinese news reports speech. Words are not parted by spaces: every word of this table is kept whole."""

from stories.quotes.languages import Language, words

TABLE = Language(
    code="zh",
    say=words(
        """说 说道 问 问道 追问 追問 表示 称 声称 指出 强调 认为 告诉 写道 问道 答 回答 回应 补充 补充说 解释 解释说
        透露 警告 承认 否认 宣布 坦言 直言 呼吁 批评 抱怨 感叹 介绍 介绍说 回忆 回忆说
        喊道 驳斥 駁斥 反駁 拒绝 拒絕 否認 询问 詢問 质疑 说到 提到
        反驳 重申 證實 證实 证实 說 說道 稱 聲稱 強調 認為 告訴 寫道 問 問道 回應 補充 補充說 解釋 透露
        承認 否認 宣佈 呼籲 批評 抱怨 谈到 透露说 笑说"""
    ),
    think=words("相信 希望 担心 擔心 觉得 覺得"),
    according=("据", "根据", "按照", "據", "根據"),
    common=words(
        """的 了 是 在 和 有 不 我 他 她 小说 学说 说法 据说 名称 对称 小說 學說 說法 據說 名稱 对此 來說
        来说 简称 职称 统称 人称 堪称 说明 說明 指数 指南 指标 指导 手指 问题 問題 疑问 疑問 访问
        訪問 顾问 顧問 学问 學問 问卷 問卷 慰问 慰問 提问 提問 数据 數據 证据 證據
        占据 佔據 收据 收據 依据 依據 票据 票據 据点 據點 据悉 據悉 答案 答卷 答应 答應 介绍信 介紹信 批评信
        批評信 被称为 被稱為
        表示感谢 表示感謝 代表"""
    ),
    ands=words("并 並 还 還"),
    that=frozenset(),
    helpers=words(
        """则 也 还 又 曾 就 都 并 随后 此前 同时 则是 昨天 今天 昨日 今日 日前 近日 明确 公开 再次 进一步
        還 隨後 並 同時 對此 对此 当时 當時 后来 後來"""
    ),
    breaks=words("但 而 因为 如果 虽然 但是 不过 因為 雖然 不過"),
    he=words("他"),
    she=words("她"),
    they=words("他们 她们 我们 他們 她們 我們"),
    subjects=words("他 她 他们 她们 他們 她們"),
    trims=words(
        """昨天 今天 昨日 今日 日前 近日 在 对 對 向 于 於 接受 通过 通過 则 也 还 還 又 曾 就 随后 隨後
        此前 同时 同時 表 明确 公开 再次 进一步 周一 周二 周三 周四 周五 周六 周日 星期 上周 上午 下午
        晚上 月 当时 當時 低声 低聲 轻声 輕聲 哭着 哭著 笑着 笑著 当场 當場
        发表 發表 委托 委託 随即 隨即 立即 立刻 马上 馬上 私下 大声 大聲 坦率 无奈 無奈"""
    ),
    stops=words("在 对 對 向 于 於"),
    beside=words("拒绝 拒絕"),
    clause_marks="，",
    bare_clauses=True,
    speaker_follows=True,
    capitals=False,
    no_spaces=True,
    denies=words("否认 否認 反驳 反駁 驳斥 駁斥 不承认 不承認 质疑 質疑"),
    asks=words("问 問 问道 問道 询问 詢問"),
    refuses=words("拒绝 拒絕"),
    comments=words("透露 评论 評論 回应 回應 回答 证实 證實 确认 確認 说明 說明 置评 置評"),
    negations=words("没有 沒有 没 沒 不 未 并未 並未 从未 從未 既未 也未 从不 從不 无法 無法"),
    nobody=words("没有人 無人 无人 沒有人"),
    unwilling=words("不愿 不願 不肯"),
    unable=words("无法 無法 不能"),
    questions=words("是否 为何 為何 为什么 為什麼 如何 何时 何時 谁 誰"),
    wishes=words("希望 担心 擔心 呼吁 呼籲"),
)
